// Straight-line, no residual value, from the month of addition on; none in the month of disposal (domain §5.7, §9.13).
import type { CalendarDate, Month } from '@gonglian/kernel/dates.ts';
import { divideRounded } from '@gonglian/kernel/money.ts';

export interface Depreciable {
  valueFen: number;
  lifeMonths: number;
  addedOn: CalendarDate;
}

/** What a whole month takes. */
export function monthlyFen({ valueFen, lifeMonths }: Omit<Depreciable, 'addedOn'>): number {
  return divideRounded(valueFen, lifeMonths);
}

/** How many months of its life a card has had at the end of one; 0 before it was added. */
export function monthsUsed({ lifeMonths, addedOn }: Depreciable, month: Month): number {
  const used = indexOf(month) - indexOf(addedOn) + 1;
  return Math.min(Math.max(used, 0), lifeMonths);
}

/**
 * All that is written down at the end of a month. The last month takes what is left over, more or less than a whole one; so a card
 * that is entered late catches up with its first month, and the months sum to the value whatever it is.
 */
export function depreciatedThrough(card: Depreciable, month: Month): number {
  const months = monthsUsed(card, month);
  if (months >= card.lifeMonths) return card.valueFen;
  return Math.min(card.valueFen, months * monthlyFen(card));
}

const indexOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
