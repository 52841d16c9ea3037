import { lastDayOfMonth, type CalendarDate } from '@gonglian/kernel/dates.ts';

const MONTHS = 12;

/** The same day so many months later, or the last day of a shorter month. */
export function monthsAfter(on: CalendarDate, months: number): CalendarDate {
  const all = Number(on.slice(0, 4)) * MONTHS + Number(on.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(all / MONTHS)).padStart(4, '0');
  const month = `${year}-${String((all % MONTHS) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(month);
  const same = `${month}${on.slice(7)}`;
  return same <= last ? same : last;
}

export const monthsBefore = (on: CalendarDate, months: number) => monthsAfter(on, -months);
