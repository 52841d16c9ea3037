// Until when a work order is answered (domain §3.7, §9.10). Day 0 is the day on which the clock starts; a day at whose end it
// stood still, because the caller was waited for, is not counted. A year without its calendar is refused, never guessed.
import { addDays, chinaDate, daysBetween, type CalendarDate } from '@gonglian/kernel/dates.ts';
import type { HolidayTables } from '@gonglian/kernel/holidays.ts';
import { HOLIDAY_TABLES } from '@gonglian/kernel/holidays.ts';
import { isWorkingDay } from '@gonglian/kernel/working-days.ts';

/** Working days by the calendar of the State Council, or every day; of no days the same day is the last. */
export interface Limit {
  days: number;
  counted: 'WORKING' | 'CALENDAR';
}

/** 'YYYY-MM-DD/YYYY-MM-DD': it stood still at the end of the first day and of each after it, not of the last. */
export type Stop = string;

export interface Clock extends Limit {
  startedAt: Date;
  extensionDays: number;
  stops: readonly Stop[];
}

export interface Due {
  /** The last day, up to 23:59:59 in China. */
  dueOn: CalendarDate;
  yellowAt: Date;
}

const DAYS_MAX = 2_000;
const DAY_MS = 86_400_000;
const NO_STOPS: readonly Stop[] = [];

/** Midnight at which a day begins in China. */
export const beginningOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00+08:00`);

/** Until when, and from when on it is yellow; refused HOLIDAY_TABLE_MISSING for a year that is not loaded. */
export function decideDue(
  clock: Clock,
  yellowPercent: number,
  tables: HolidayTables = HOLIDAY_TABLES,
): Due {
  return dueAfter(clock, yellowPercent, countedDays(clock, tables));
}

/** The days that count, in their order; the last of them is the day it is due. Of the same day that day alone. */
export function countedDays(
  { startedAt, days, counted, extensionDays, stops }: Clock,
  tables: HolidayTables = HOLIDAY_TABLES,
): CalendarDate[] {
  const asked = days + extensionDays;
  const first = chinaDate(startedAt);
  const found: CalendarDate[] = [];
  let day = asked === 0 ? first : addDays(first, 1);
  for (let passed = 0; found.length < Math.max(asked, 1) && passed < DAYS_MAX; passed += 1) {
    const counts = counted === 'CALENDAR' || isWorkingDay(day, tables);
    if (counts && !isStopped(day, stops)) found.push(day);
    day = addDays(day, 1);
  }
  return found;
}

export function dueAfter(
  { startedAt, days, extensionDays }: Pick<Clock, 'startedAt' | 'days' | 'extensionDays'>,
  yellowPercent: number,
  counted: readonly CalendarDate[],
): Due {
  const dueOn = counted.at(-1) ?? chinaDate(startedAt);
  if (days + extensionDays === 0) {
    const from = Math.max(startedAt.getTime(), beginningOf(dueOn).getTime());
    const to = beginningOf(dueOn).getTime() + DAY_MS;
    return { dueOn, yellowAt: new Date(from + Math.round(((to - from) * yellowPercent) / 100)) };
  }
  const hundredths = counted.length * yellowPercent;
  const whole = Math.floor(hundredths / 100);
  const at = beginningOf(counted[whole] ?? addDays(dueOn, 1)).getTime();
  return { dueOn, yellowAt: new Date(at + ((hundredths % 100) * DAY_MS) / 100) };
}

function isStopped(day: CalendarDate, stops: readonly Stop[]): boolean {
  return stops.some((stop) => stop.slice(0, 10) <= day && day < stop.slice(11));
}

/** What it has waited for up to now; within one day nothing is gained. */
export function stopOf(stoppedAt: Date, goesOnAt: Date): readonly Stop[] {
  const [from, to] = [chinaDate(stoppedAt), chinaDate(goesOnAt)];
  return from < to ? [`${from}/${to}`] : NO_STOPS;
}

export type Light = '' | 'GREEN' | 'YELLOW' | 'RED';

/** As it stands at an instant, or as it stood when the clock did. No light before it was classified. */
export function lightOf(due: { dueOn: CalendarDate; yellowAt: Date | null }, at: Date): Light {
  if (due.dueOn === '' || due.yellowAt === null) return '';
  if (chinaDate(at) > due.dueOn) return 'RED';
  return at >= due.yellowAt ? 'YELLOW' : 'GREEN';
}

/**
 * How many of its days are left at an instant, counted as they are: none on the last one. What is late is late by days of
 * the calendar, whose year may not be loaded by then.
 */
export function daysLeft(
  clock: Clock,
  dueOn: CalendarDate,
  at: Date,
  tables: HolidayTables = HOLIDAY_TABLES,
): number {
  const today = chinaDate(at);
  if (today >= dueOn) return daysBetween(today, dueOn);
  return countedDays(clock, tables).filter((day) => day > today).length;
}
