// Region codes: GB/T 2260 (6 digits) and the statistical township extension (9), domain §1.7.
import type { CalendarDate } from './dates.ts';
import { invalid, refused } from './refusal.ts';
import { entriesBetween, hasEntry, isPseudoCity, nameOf } from './region-table.ts';

export type RegionLevel = 'NATIONAL' | 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';
export interface Region {
  code: string;
  name: string;
  level: RegionLevel;
}

export const NATIONAL_CODE = '000000';
const NATION: Region = { code: NATIONAL_CODE, name: '全国', level: 'NATIONAL' };
const CODE = /^(\d{6}|\d{9}|\d{12})$/;

/** The level a code stands at, by its form alone; otherwise invalid REGION_CODE_MALFORMED. */
export function regionLevel(code: string): RegionLevel {
  if (!CODE.test(code)) throw invalid('REGION_CODE_MALFORMED', { regionCode: code });
  if (code.length === 12) return 'VILLAGE';
  if (code.length === 9) return 'TOWNSHIP';
  if (code === NATIONAL_CODE) return 'NATIONAL';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'CITY' : 'COUNTY';
}

/** The code above by rule, undefined for the nation. Pseudo-cities are skipped (domain §1.7, §9.3). */
export function parentRegion(code: string): string | undefined {
  switch (regionLevel(code)) {
    case 'NATIONAL':
      return undefined;
    case 'PROVINCE':
      return NATIONAL_CODE;
    case 'CITY':
      return `${code.slice(0, 2)}0000`;
    case 'COUNTY':
      return isPseudoCity(code) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
    case 'TOWNSHIP':
      return code.slice(0, 6);
    case 'VILLAGE':
      return code.slice(0, 9);
  }
}

/** Whether the code is `ancestor` or lies below it. */
export function regionWithin(code: string, ancestor: string): boolean {
  for (let at: string | undefined = code; at !== undefined; at = parentRegion(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

/** The region with its name, or undefined when no such place is in the table. */
export function findRegion(code: string): Region | undefined {
  if (code === NATIONAL_CODE) return NATION;
  const name = nameOf(code);
  return name === undefined ? undefined : { code, name, level: regionLevel(code) };
}

/** The region with its name; otherwise refused REGION_UNKNOWN naming the code. */
export function requireRegion(code: string): Region {
  const region = findRegion(code);
  if (region === undefined) throw refused('REGION_UNKNOWN', { regionCode: code });
  return region;
}

/** Whether the table holds the code; cheaper than finding the name. */
export function regionExists(code: string): boolean {
  return code === NATIONAL_CODE || hasEntry(code);
}

const DIGITS_BELOW = { NATIONAL: 9, PROVINCE: 7, CITY: 5, COUNTY: 3, TOWNSHIP: 0, VILLAGE: 0 };

/** The regions directly below, by code; empty for a township or an unknown code. */
export function childRegions(code: string): Region[] {
  return entriesBetween(code, DIGITS_BELOW[regionLevel(code)])
    .filter((entry) => parentRegion(entry.code) === code)
    .map(({ code: child, name }) => ({ code: child, name, level: regionLevel(child) }));
}

/** From `effectiveOn` the code is no longer given out and its successor stands for it. */
export interface RegionSuccession {
  regionCode: string;
  successorCode: string;
  effectiveOn: CalendarDate;
}
const SUCCESSIONS_MAX = 10;

/** The code that stands on a date for a code that may have been replaced; a ring is refused. */
export function resolveRegion(
  code: string,
  successions: readonly RegionSuccession[],
  onDate: CalendarDate = '9999-12-31',
): string {
  let current = code;
  for (let step = 0; step <= SUCCESSIONS_MAX; step += 1) {
    const next = successions.find((s) => s.regionCode === current && s.effectiveOn <= onDate);
    if (next === undefined) return current;
    current = next.successorCode;
  }
  throw refused('REGION_SUCCESSION_TOO_LONG', { regionCode: code });
}
