// By when a correction is answered. The State Council orders a year's holidays in the autumn before it, and weekends
// alone would be wrong (domain §9.10): until the table is there, nobody says a day.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { HOLIDAY_TABLES, type HolidayTables } from '@gonglian/kernel/holidays.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { addWorkingDays } from '@gonglian/kernel/working-days.ts';
import { membershipPolicy } from '../policy.ts';

/** The last of the working days that the policy of that day gives; null where a year's holidays are not known. */
export function dueDate(
  askedOn: CalendarDate,
  tables: HolidayTables = HOLIDAY_TABLES,
): CalendarDate | null {
  try {
    return addWorkingDays(askedOn, membershipPolicy('correction.working_days', askedOn), tables);
  } catch (error) {
    if (isRefusal(error) && error.code === 'HOLIDAY_TABLE_MISSING') return null;
    throw error;
  }
}

/** What was not known when it was asked is worked out when it is read; empty while it is not known. */
export function shownDueDate(
  { askedOn, dueOn }: { askedOn: CalendarDate; dueOn?: CalendarDate | null | undefined },
  tables: HolidayTables = HOLIDAY_TABLES,
): string {
  return dueOn ?? dueDate(askedOn, tables) ?? '';
}
