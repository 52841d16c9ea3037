// Working days by the year's holiday table. A missing year stops the reckoning: weekends alone would be wrong.
import type { CalendarDate } from './dates.ts';
import { addDays, parseDate } from './dates.ts';
import type { HolidayTables } from './holidays.ts';
import { HOLIDAY_TABLES } from './holidays.ts';
import { invalid, refused } from './refusal.ts';

const WORKING_DAYS_MAX = 1_000;

/** Whether work is done on a date; otherwise refused HOLIDAY_TABLE_MISSING naming the year. */
export function isWorkingDay(date: CalendarDate, tables: HolidayTables = HOLIDAY_TABLES): boolean {
  const year = Number(parseDate(date).slice(0, 4));
  const table = tables.get(year);
  if (table === undefined) throw refused('HOLIDAY_TABLE_MISSING', { year });
  if (table.worked.has(date)) return true;
  if (table.off.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The nth working day after a date, which itself is day 0 and need not be one (domain §9.10).
 * Otherwise invalid WORKING_DAYS_RANGE (0–1,000) or refused HOLIDAY_TABLE_MISSING.
 */
export function addWorkingDays(
  start: CalendarDate,
  workingDays: number,
  tables: HolidayTables = HOLIDAY_TABLES,
): CalendarDate {
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > WORKING_DAYS_MAX) {
    throw invalid('WORKING_DAYS_RANGE', { workingDays });
  }
  let date = parseDate(start);
  for (let counted = 0; counted < workingDays;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, tables)) counted += 1;
  }
  return date;
}
