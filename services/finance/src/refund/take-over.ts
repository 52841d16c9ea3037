// A federation brings lists that were paid before it had this system. Such a list is declared as taken over, by which
// document, and only then may its days lie in the past: else who hung a list up today could say that it hung last week.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';

/** The day on which the list was made. Refused REFUND_TAKE_OVER_INCOMPLETE; REFUND_NOT_OLD for one of this year. */
export function decideTakeOver(
  { madeOn, takeOverNo }: { madeOn: CalendarDate; takeOverNo: string },
  today: CalendarDate,
): CalendarDate {
  if ((madeOn === '') !== (takeOverNo === '')) throw refused('REFUND_TAKE_OVER_INCOMPLETE');
  if (madeOn === '') return today;
  if (madeOn.slice(0, 4) >= today.slice(0, 4)) throw refused('REFUND_NOT_OLD', { madeOn });
  return madeOn;
}

/**
 * The day on which a step was done: today, or of a list that was taken over the day that is said, none before the step
 * it follows. Refused REFUND_NOT_TAKEN_OVER, REFUND_DAY_WRONG.
 */
export function decideDay(
  { takeOverNo }: { takeOverNo: string },
  doneOn: CalendarDate,
  { after, today }: { after: CalendarDate; today: CalendarDate },
): CalendarDate {
  if (takeOverNo === '') {
    if (doneOn !== '') throw refused('REFUND_NOT_TAKEN_OVER', { doneOn });
    return today;
  }
  if (doneOn === '' || doneOn < after || doneOn > today) {
    throw refused('REFUND_DAY_WRONG', { doneOn, after, today });
  }
  return doneOn;
}
