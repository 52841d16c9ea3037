// What a birth date decides: who may join, and the band a person is counted in (domain §2.6).
import type { CalendarDate } from './dates.ts';
import { ageOn } from './dates.ts';

/** Ages in whole years; see policy.ts for the dated defaults. */
export interface AdmissionAgePolicy {
  refuseUnder: number;
  warnOver: number;
  /** Below this, a juvenile worker to be flagged. */
  juvenileUnder?: number;
}
export type AdmissionAge =
  | { ok: true; ageYears: number; warnings: ('OVER_AGE' | 'JUVENILE')[] }
  | { ok: false; ageYears: number; rule: 'UNDER_AGE' };

/** Whether a person is old enough to join on a date; never part of the structural check (domain §2.6). */
export function checkAdmissionAge(
  birthDate: CalendarDate,
  onDate: CalendarDate,
  policy: AdmissionAgePolicy,
): AdmissionAge {
  const ageYears = ageOn(birthDate, onDate);
  if (ageYears < policy.refuseUnder) return { ok: false, ageYears, rule: 'UNDER_AGE' };
  if (ageYears > policy.warnOver) return { ok: true, ageYears, warnings: ['OVER_AGE'] };
  const juvenile = policy.juvenileUnder !== undefined && ageYears < policy.juvenileUnder;
  return { ok: true, ageYears, warnings: juvenile ? ['JUVENILE'] : [] };
}

export const AGE_BANDS = ['under_25', '25_34', '35_44', '45_54', '55_plus'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The band a person is counted in on a date: all that a fact may say of a birth date. */
export function ageBand(birthDate: CalendarDate, onDate: CalendarDate): AgeBand {
  const ageYears = ageOn(birthDate, onDate);
  if (ageYears < 25) return 'under_25';
  if (ageYears < 35) return '25_34';
  if (ageYears < 45) return '35_44';
  if (ageYears < 55) return '45_54';
  return '55_plus';
}
