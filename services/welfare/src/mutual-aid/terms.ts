// What a plan pays, as dated versions: tiers of what was paid oneself, a sum for each day in hospital, or a lump sum for an
// illness or accident of its list (domain §3.4, [S43–S45]). A claim is bound to the version of the day it is about.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';

export const PLAN_KINDS = ['HOSPITAL', 'HOSPITAL_DAY', 'LUMP_SUM'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Basis points of what lies above the tier before, up to and with `upToFen`; 0 in the last one: no end. */
export interface Tier {
  upToFen: number;
  rateBp: number;
}

export interface LumpSum {
  /** As the plan's own list has it. */
  diseaseCode: string;
  amountFen: number;
}

/** Of each only what its kind needs; the rest is 0 or empty. */
export interface Terms {
  tiers: readonly Tier[];
  /** Of residents’ insurance one rate instead: in hospitals of level 1 and 2, and of level 3. */
  residentBp: number;
  residentThirdBp: number;
  minFen: number;
  /** The most that one person is given in a round. */
  capFen: number;
  /** The first day in hospital that is paid. */
  fromDay: number;
  perDayFen: number;
  lumpSums: readonly LumpSum[];
}

export interface DatedTerms extends Terms {
  termsVersion: number;
  effectiveFrom: CalendarDate;
}

const BP_MAX = 10_000;

/** In the order of refusals: TERMS_NOT_OF_KIND, TIERS_NOT_ASCENDING, LUMP_SUM_TWICE, MINIMUM_ABOVE_CAP. */
export function decideTerms(kind: PlanKind, terms: Terms): void {
  const { tiers, lumpSums, minFen, capFen } = terms;
  if (!ofKind(kind, terms)) throw refused('TERMS_NOT_OF_KIND', { planKind: kind });
  for (const [at, { upToFen, rateBp }] of tiers.entries()) {
    const last = at === tiers.length - 1;
    const above = upToFen > (tiers[at - 1]?.upToFen ?? 0);
    if (rateBp < 1 || rateBp > BP_MAX || (last ? upToFen !== 0 : !above))
      throw refused('TIERS_NOT_ASCENDING', { seq: at + 1 });
  }
  const codes = lumpSums.map(({ diseaseCode }) => diseaseCode);
  const twice = codes.find((one, at) => codes.indexOf(one) !== at);
  if (twice !== undefined) throw refused('LUMP_SUM_TWICE');
  if (capFen > 0 && minFen > capFen) throw refused('MINIMUM_ABOVE_CAP', { capFen });
}

function ofKind(kind: PlanKind, terms: Terms): boolean {
  const { tiers, residentBp, residentThirdBp, minFen, fromDay, perDayFen, lumpSums } = terms;
  const byTier = tiers.length > 0;
  const byDay = fromDay > 0 && perDayFen > 0;
  const byList = lumpSums.length > 0;
  const only = Number(byTier) + Number(fromDay + perDayFen > 0) + Number(byList) === 1;
  if (!only || terms.capFen === 0) return false;
  if (kind === 'HOSPITAL') return byTier;
  if (residentBp + residentThirdBp + minFen > 0) return false;
  return kind === 'HOSPITAL_DAY' ? byDay : byList;
}

/** The newest version in force on a day. Refused TERMS_MISSING before the first. */
export function decideVersion(versions: readonly DatedTerms[], on: CalendarDate): DatedTerms {
  const [newest] = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .toSorted((a, b) => b.termsVersion - a.termsVersion);
  if (!newest) throw refused('TERMS_MISSING', { on });
  return newest;
}
