// The rules of a batch and nothing else: its terms, who goes, who may approve it, who bears what.
import { addDays, addYears, daysBetween, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { RecuperationPolicy, TargetGroup } from './recuperation-policy.ts';

interface Terms {
  crossProvince: boolean;
  travelsFrom: CalendarDate;
  travelsTo: CalendarDate;
  days: number;
  dailyFen: number;
}

/** Refused RECUPERATION_DATES, RECUPERATION_BASE_LAPSED, RECUPERATION_DAYS_ABOVE, RECUPERATION_RATE_ABOVE. */
export function decideTerms(
  ask: Terms,
  base: { accreditedOn: CalendarDate; expiresOn: CalendarDate; endedOn: string },
  limits: { daysMax: RecuperationPolicy['recuperation.days_max']; dailyFenMax: number },
): void {
  const { travelsFrom, travelsTo, days } = ask;
  if (travelsTo < travelsFrom || days > daysBetween(travelsFrom, travelsTo) + 1)
    throw refused('RECUPERATION_DATES', { travelsFrom, travelsTo });
  const stands = base.endedOn === '' && base.accreditedOn <= travelsFrom;
  if (!stands || base.expiresOn < travelsTo)
    throw refused('RECUPERATION_BASE_LAPSED', { expiresOn: base.expiresOn });
  const { inProvince, acrossProvinces } = limits.daysMax;
  const daysMax = ask.crossProvince ? acrossProvinces : inProvince;
  if (days > daysMax) throw refused('RECUPERATION_DAYS_ABOVE', { daysMax });
  if (ask.dailyFen > limits.dailyFenMax)
    throw refused('RECUPERATION_RATE_ABOVE', { dailyFenMax: limits.dailyFenMax });
}

/** What a node may grant for a day: by the longest beginning of its region code that has a rate. */
export function dailyFenMaxOf(rates: Readonly<Record<string, number>>, node: string): number {
  const [fits] = Object.entries(rates)
    .filter(([prefix]) => node.startsWith(prefix))
    .toSorted(([one], [other]) => other.length - one.length);
  return fits?.[1] ?? 0;
}

interface Nominating {
  batch: { crossProvince: boolean; travelsFrom: CalendarDate };
  /** Undefined where the unit may send nobody. */
  quota: { places: number; nominated: number } | undefined;
  /** The last day away in another province, of each of the people asked; empty where there was none. */
  lastAway: readonly string[];
}

/** Refused RECUPERATION_QUOTA_NONE, RECUPERATION_QUOTA_FULL, RECUPERATION_INTERVAL with how many of them it is. */
export function decideNomination(
  { batch, quota, lastAway }: Nominating,
  { perPlace, intervalYears }: { perPlace: number; intervalYears: number },
): void {
  if (!quota) throw refused('RECUPERATION_QUOTA_NONE');
  const most = quota.places * perPlace;
  if (quota.nominated + lastAway.length > most) throw refused('RECUPERATION_QUOTA_FULL', { most });
  if (!batch.crossProvince) return;
  const since = addYears(batch.travelsFrom, -intervalYears);
  const early = lastAway.filter((on) => on !== '' && on > since);
  if (early.length > 0)
    throw refused('RECUPERATION_INTERVAL', { count: early.length, intervalYears });
}

export interface Named {
  nomineeId: string;
  unionId: string;
  targetGroup: TargetGroup;
}

/** Of each unit as many as it may send, by target group and then as they were named; the others are its reserve. */
export function chooseNominees(
  named: readonly Named[],
  placesOf: ReadonlyMap<string, number>,
  order: readonly TargetGroup[],
): { chosen: string[]; reserve: string[] } {
  const inOrder = named.toSorted(
    (one, other) => order.indexOf(one.targetGroup) - order.indexOf(other.targetGroup),
  );
  const left = new Map(placesOf);
  const chosen: string[] = [];
  const reserve: string[] = [];
  for (const { nomineeId, unionId } of inOrder) {
    const places = left.get(unionId) ?? 0;
    (places > 0 ? chosen : reserve).push(nomineeId);
    left.set(unionId, places - 1);
  }
  return { chosen, reserve };
}

/** Refused RECUPERATION_GROUP_DATES, RECUPERATION_GROUP_ABOVE_CAPACITY, RECUPERATION_BOOKING_LATE. */
export function decideGroups(
  groups: readonly { travelsFrom: CalendarDate; places: number }[],
  batch: { travelsFrom: CalendarDate; travelsTo: CalendarDate; days: number },
  { capacity, bookingClosesOn }: { capacity: number; bookingClosesOn: CalendarDate },
): void {
  for (const { travelsFrom, places } of groups) {
    const travelsTo = lastDayOf(travelsFrom, batch.days);
    if (travelsFrom < batch.travelsFrom || travelsTo > batch.travelsTo)
      throw refused('RECUPERATION_GROUP_DATES', { travelsFrom });
    if (places > capacity) throw refused('RECUPERATION_GROUP_ABOVE_CAPACITY', { capacity });
    if (bookingClosesOn > travelsFrom) throw refused('RECUPERATION_BOOKING_LATE', { travelsFrom });
  }
}

export const lastDayOf = (travelsFrom: CalendarDate, days: number): CalendarDate =>
  addDays(travelsFrom, days - 1);

/** Refused RECUPERATION_ABOVE_STANDARD: what is above the daily rate of those who travelled they pay themselves. */
export function decideSettlement(
  { travelled, days, dailyFen }: { travelled: number; days: number; dailyFen: number },
  { welfareFen, unionFen }: { welfareFen: number; unionFen: number },
): void {
  const standardFen = travelled * days * dailyFen;
  if (welfareFen + unionFen > standardFen)
    throw refused('RECUPERATION_ABOVE_STANDARD', { standardFen });
}
