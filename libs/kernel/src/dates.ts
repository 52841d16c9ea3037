// Calendar dates are plain 'YYYY-MM-DD' texts: they have no clock and no time zone, and sort as texts.
import { invalid } from './refusal.ts';

export type CalendarDate = string;
/** 'YYYY-MM'. */
export type Month = string;
/** 'YYYY' or 'YYYY-MM'. */
export type Period = string;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;
const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;
const MONTHS_MAX = 12 * 400;

/** Whether a text is a date that really exists. */
export function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  // By arithmetic: a batch asks this several times for each person, and a Date costs more than all of it.
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same text when it is a date that exists; otherwise invalid DATE_INVALID. */
export function parseDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw invalid('DATE_INVALID', { text });
  return text;
}

/** Negative, zero or positive as a is before, on or after b. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date so many calendar days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return parseDate(textOf(msOf(date) + days * DAY_MS));
}

/** The same day of another year; 29 February becomes 28 in a common year (domain §9.11). */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  parseDate(date);
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${date.slice(4)}`;
  return isCalendarDate(moved) ? moved : parseDate(`${year}-02-28`);
}

/** The same day so many months later; where that month has none, its last. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const month = monthAt(monthIndex(monthOf(parseDate(date))) + months);
  const moved = `${month}${date.slice(7)}`;
  return isCalendarDate(moved) ? moved : lastDayOfMonth(month);
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (msOf(to) - msOf(from)) / DAY_MS;
}

/** Whole years lived on a date; who is born on 29 February has the birthday on 28 in a common year. */
export function ageOn(birthDate: CalendarDate, onDate: CalendarDate): number {
  const years = Number(onDate.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return addYears(birthDate, years) <= onDate ? years : years - 1;
}

/** 'YYYY-MM' of a date. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** The month after, 'YYYY-MM'; otherwise invalid MONTH_INVALID. */
export function nextMonth(month: Month): Month {
  const index = monthIndex(month) + 1;
  return monthAt(index);
}

/** The last date of a month. */
export function lastDayOfMonth(month: Month): CalendarDate {
  return addDays(`${nextMonth(month)}-01`, -1);
}

/** Every month from one to another, both included; empty when `to` is earlier; at most 400 years. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const first = monthIndex(from);
  const count = monthIndex(to) - first + 1;
  if (count > MONTHS_MAX) throw invalid('PERIOD_TOO_LONG', { from, to });
  return Array.from({ length: Math.max(0, count) }, (_, offset) => monthAt(first + offset));
}

/** First and last date of 'YYYY' or 'YYYY-MM'; otherwise invalid PERIOD_INVALID. */
export function parsePeriod(period: Period): { from: CalendarDate; to: CalendarDate } {
  if (YEAR.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` };
  if (MONTH.test(period)) return { from: `${period}-01`, to: lastDayOfMonth(period) };
  throw invalid('PERIOD_INVALID', { period });
}

/** The date in China at an instant. UTC+8 without summer time: exact for every instant since 1992. */
export function chinaDate(instant: Date): CalendarDate {
  return textOf(instant.getTime() + CHINA_OFFSET_MS);
}

function msOf(date: CalendarDate): number {
  return Date.parse(`${parseDate(date)}T00:00:00Z`);
}

function textOf(ms: number): string {
  return new Date(ms).toISOString().split('T', 1)[0] ?? '';
}

function monthIndex(month: Month): number {
  if (!MONTH.test(month)) throw invalid('MONTH_INVALID', { month });
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(index: number): Month {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}
