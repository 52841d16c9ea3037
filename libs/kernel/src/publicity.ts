// How long something is shown before it stands, for all who publish (domain §3.10): whole working days, of which the day
// it is hung up is day 0. The clock stops while somebody waits for an answer to an objection.
import type { CalendarDate } from './dates.ts';
import { addDays } from './dates.ts';
import type { HolidayTables } from './holidays.ts';
import { HOLIDAY_TABLES } from './holidays.ts';
import { refused } from './refusal.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

export interface Objection {
  raisedOn: CalendarDate;
  /** '' while it has no answer. */
  closedOn: CalendarDate;
}

export interface Publicity {
  startsOn: CalendarDate;
  workingDays: number;
  objections: readonly Objection[];
}

/**
 * The day at whose midnight it ends; '' while an objection is open, since nobody knows it then. Refused
 * HOLIDAY_TABLE_MISSING where it reaches into a year whose calendar is not loaded.
 */
export function publicityEndsOn(
  { startsOn, workingDays, objections }: Publicity,
  tables: HolidayTables = HOLIDAY_TABLES,
): CalendarDate {
  if (objections.some(({ closedOn }) => closedOn === '')) return '';
  const first = addWorkingDays(startsOn, workingDays, tables);
  return stopsOf(objections).reduce(
    (endsOn, stop) => publicityResumed(endsOn, stop, tables),
    first,
  );
}

/** The days that were left when it stopped go on when it is answered; that day is day 0 anew. */
export function publicityResumed(
  endsOn: CalendarDate,
  { raisedOn, closedOn }: Objection,
  tables: HolidayTables = HOLIDAY_TABLES,
): CalendarDate {
  let left = 0;
  for (let day = addDays(raisedOn, 1); day <= endsOn; day = addDays(day, 1))
    if (isWorkingDay(day, tables)) left += 1;
  return addWorkingDays(closedOn, left, tables);
}

/** Objections that overlap, or touch, stop the clock once. */
function stopsOf(objections: readonly Objection[]): Objection[] {
  const stops: Objection[] = [];
  for (const one of objections.toSorted((a, b) => (a.raisedOn < b.raisedOn ? -1 : 1))) {
    const last = stops.at(-1);
    if (last === undefined || one.raisedOn > last.closedOn) stops.push({ ...one });
    else if (one.closedOn > last.closedOn) last.closedOn = one.closedOn;
  }
  return stops;
}

/** How far it has come. */
export interface PublicityStanding {
  /** '' while the clock stands. */
  endsOn: CalendarDate;
  openObjections: number;
}

/** Refused PUBLICITY_OBJECTIONS_OPEN; PUBLICITY_NOT_OVER until midnight of its last day. */
export function decidePublicityOver(
  { endsOn, openObjections }: PublicityStanding,
  on: CalendarDate,
): void {
  if (openObjections > 0) throw refused('PUBLICITY_OBJECTIONS_OPEN', { openObjections });
  if (endsOn === '' || on <= endsOn) throw refused('PUBLICITY_NOT_OVER', { endsOn });
}

/**
 * Whoever objects does so while it is shown, up to its last minute: refused PUBLICITY_OVER after that, and
 * PUBLICITY_NOT_BEGUN before. While the clock stands it is shown.
 */
export function decideObjection(
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
  on: CalendarDate,
): void {
  if (on < startsOn) throw refused('PUBLICITY_NOT_BEGUN', { startsOn });
  if (endsOn !== '' && on > endsOn) throw refused('PUBLICITY_OVER', { endsOn });
}
