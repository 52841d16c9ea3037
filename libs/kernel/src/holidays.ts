// The public holidays of each year as the State Council orders them (domain §9.10); a new year is one more entry.
import type { CalendarDate } from './dates.ts';
import { addDays } from './dates.ts';

export interface HolidayTable {
  /** Days off, weekends among them included where the order names them. */
  off: ReadonlySet<CalendarDate>;
  /** Saturdays and Sundays worked in exchange. */
  worked: ReadonlySet<CalendarDate>;
}
/** By year. */
export type HolidayTables = ReadonlyMap<number, HolidayTable>;

/** Makes a table from 'MM-DD' spans, both ends off, and 'MM-DD' days worked. */
export function holidayTable(
  year: number,
  spans: readonly (readonly [from: string, to: string])[],
  worked: readonly string[],
): HolidayTable {
  const off = new Set<CalendarDate>();
  for (const [from, to] of spans) {
    for (let date = `${year}-${from}`; date <= `${year}-${to}`; date = addDays(date, 1)) {
      off.add(date);
    }
  }
  return { off, worked: new Set(worked.map((day) => `${year}-${day}`)) };
}

export const HOLIDAY_TABLES: HolidayTables = new Map([
  [
    // With the Spring Festival as it was extended on 2020-01-26.
    2020,
    holidayTable(
      2020,
      [
        ['01-01', '01-01'],
        ['01-24', '02-02'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-25', '06-27'],
        ['10-01', '10-08'],
      ],
      ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
    ),
  ],
  [
    2025,
    holidayTable(
      2025,
      [
        ['01-01', '01-01'],
        ['01-28', '02-04'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['05-31', '06-02'],
        ['10-01', '10-08'],
      ],
      ['01-26', '02-08', '04-27', '09-28', '10-11'],
    ),
  ],
  [
    2026,
    holidayTable(
      2026,
      [
        ['01-01', '01-03'],
        ['02-15', '02-23'],
        ['04-04', '04-06'],
        ['05-01', '05-05'],
        ['06-19', '06-21'],
        ['09-25', '09-27'],
        ['10-01', '10-07'],
      ],
      ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    ),
  ],
]);
