// How 2 % of the wage bill divides among the levels (domain §5.3). Fen and basis points, whole numbers throughout.
import { divideRounded } from './money.ts';
import { refused } from './refusal.ts';

export const FUND_LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
/** A federation that has a share; from below to above. */
export type FundLevel = (typeof FUND_LEVELS)[number];

/** Of ten thousand; the five sum to it. */
export interface SplitProfile {
  grassrootsBp: number;
  countyBp: number;
  cityBp: number;
  provinceBp: number;
  nationalBp: number;
}

/** The five sum to what was divided, to the fen. */
export interface FundShares {
  grassrootsFen: number;
  countyFen: number;
  cityFen: number;
  provinceFen: number;
  nationalFen: number;
}

const WHOLE_BP = 10_000;
const RATE_BP = 200;

const SHARE_OF = {
  COUNTY: 'countyFen',
  CITY: 'cityFen',
  PROVINCE: 'provinceFen',
  NATIONAL: 'nationalFen',
} as const satisfies Record<FundLevel, keyof FundShares>;

/** 2 % of a wage bill, rounded once: every share is worked out from what this answers. */
export function fundOf(payrollFen: number, rateBp = RATE_BP): number {
  return divideRounded(BigInt(payrollFen) * BigInt(rateBp), WHOLE_BP);
}

/** The same profile; refused PROFILE_SUM where its parts are no whole numbers from 0 that sum to 10,000. */
export function requireProfile(profile: SplitProfile): SplitProfile {
  const { grassrootsBp, countyBp, cityBp, provinceBp, nationalBp } = profile;
  const parts = [grassrootsBp, countyBp, cityBp, provinceBp, nationalBp];
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum !== WHOLE_BP || !parts.every((part) => Number.isInteger(part) && part >= 0)) {
    throw refused('PROFILE_SUM', { sum });
  }
  return profile;
}

/**
 * Each upper share is rounded for itself, half away from zero, so that an adjustment takes back exactly what it adjusts;
 * the rest is the grassroots'. The share of a level that is missing goes to the one that collects. Refused PROFILE_SUM.
 */
export function splitFund(
  totalFen: number,
  profile: SplitProfile,
  collecting: FundLevel,
  missing: readonly FundLevel[] = levelsBelow(collecting),
): FundShares {
  requireProfile(profile);
  const part = (bp: number) => divideRounded(BigInt(totalFen) * BigInt(bp), WHOLE_BP);
  const shares: FundShares = {
    grassrootsFen: 0,
    countyFen: part(profile.countyBp),
    cityFen: part(profile.cityBp),
    provinceFen: part(profile.provinceBp),
    nationalFen: part(profile.nationalBp),
  };
  const upper = FUND_LEVELS.reduce((sum, level) => sum + shares[SHARE_OF[level]], 0);
  shares.grassrootsFen = totalFen - upper;
  for (const level of missing) {
    if (level === collecting) continue;
    shares[SHARE_OF[collecting]] += shares[SHARE_OF[level]];
    shares[SHARE_OF[level]] = 0;
  }
  return shares;
}

/** Between the grassroots and the one that collects nobody stands. */
export function levelsBelow(level: FundLevel): readonly FundLevel[] {
  return FUND_LEVELS.slice(0, FUND_LEVELS.indexOf(level));
}

/** As the one that collects books them: its own, what it owes upward, what it owes downward. */
export function booked(
  shares: FundShares,
  collecting: FundLevel,
): { ownFen: number; upperFen: number; lowerFen: number } {
  const ownFen = shares[SHARE_OF[collecting]];
  const total = shares.grassrootsFen + upperSum(shares);
  return {
    ownFen,
    upperFen: total - ownFen - shares.grassrootsFen,
    lowerFen: shares.grassrootsFen,
  };
}

/** What is surrendered: everything but the grassroots share. */
export function upperSum({ countyFen, cityFen, provinceFen, nationalFen }: FundShares): number {
  return countyFen + cityFen + provinceFen + nationalFen;
}
