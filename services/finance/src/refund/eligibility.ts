// Who pays little, and what goes back to him (domain §5.5, §9.5). The boundary is tested before anything is rounded.
import { divideRounded } from '@gonglian/kernel/money.ts';

/** Of one union, over the years of the average. */
export interface YearPaid {
  /** Surrendered in the year: hundred-millionths of a fen, exact where the wage bill is known. */
  surrendered: bigint;
}

/** Of what a fen is divided into, so that 0.4 % of a wage bill need not be rounded. */
export const PARTS = 100_000_000n;

/** From a wage bill: 2 % of it, of which a part in ten thousand is surrendered. */
export function surrenderedOf(wageBaseFen: number, rateBp: number, surrenderedBp: number): bigint {
  return BigInt(wageBaseFen) * BigInt(rateBp) * BigInt(surrenderedBp);
}

/** Strictly below the limit, on the average of the years in which anything was paid; who has paid nothing is not asked. */
export function isEligible(years: readonly YearPaid[], limitFen: number): boolean {
  if (years.length === 0) return false;
  const sum = years.reduce((total, { surrendered }) => total + surrendered, 0n);
  return sum > 0n && sum < BigInt(limitFen) * PARTS * BigInt(years.length);
}

/** For reading. */
export function yearlyMean(years: readonly YearPaid[]): number {
  const sum = years.reduce((total, { surrendered }) => total + surrendered, 0n);
  return years.length === 0 ? 0 : divideRounded(sum, PARTS * BigInt(years.length));
}

/** What each upper level has received; it gives back its own. */
export interface LevelShares {
  countyFen: number;
  cityFen: number;
  provinceFen: number;
  nationalFen: number;
}

const LEVELS = ['nationalFen', 'provinceFen', 'cityFen', 'countyFen'] as const;

export const sumOf = (shares: LevelShares): number =>
  LEVELS.reduce((sum, level) => sum + shares[level], 0);

/**
 * No more than the cap, and no more than was received. Where the cap cuts, each level gives back in proportion, half
 * away from zero, and the one that received most takes the rest. Undefined where there is nothing to give back.
 */
export function refundOf(
  received: LevelShares,
  capFen: number,
  withNational: boolean,
): LevelShares | undefined {
  const back = withNational ? { ...received } : { ...received, nationalFen: 0 };
  const total = sumOf(back);
  if (total <= 0 || LEVELS.some((level) => back[level] < 0)) return undefined;
  if (total <= capFen) return back;
  const most = LEVELS.reduce((found, level) => (back[level] > back[found] ? level : found));
  const cut: LevelShares = { countyFen: 0, cityFen: 0, provinceFen: 0, nationalFen: 0 };
  for (const level of LEVELS) {
    cut[level] = divideRounded(BigInt(back[level]) * BigInt(capFen), total);
  }
  cut[most] += capFen - sumOf(cut);
  return cut;
}
