// What a claim comes to, line by line: the lines add up to it, so that whoever reads them can do the sum again. No line has
// the illness.
import { divideRounded } from '@gonglian/kernel/money.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { PlanKind, Terms } from './terms.ts';

export const LINE_KINDS = [
  'TIER',
  'RESIDENT',
  'DAYS',
  'LUMP_SUM',
  'MINIMUM',
  'CAP',
  'ROUND',
] as const;

export interface ClaimLine {
  /** MINIMUM raises to it; CAP and ROUND take away what is above it, or above what the round has left. */
  lineKind: (typeof LINE_KINDS)[number];
  fromFen: number;
  toFen: number;
  /** What the rate or the sum a day is of; of days how many. */
  base: number;
  rateBp: number;
  amountFen: number;
}

/** What is known of an illness or accident, and needed for the sum. */
export interface Loss {
  selfPayFen: number;
  days: number;
  /** Of the list of lump sums. */
  diseaseCode: string;
  insurance: 'EMPLOYEE' | 'RESIDENT';
  hospitalLevel: 1 | 2 | 3;
}

const BP = 10_000;

/** Refused DISEASE_NOT_COVERED and RESIDENT_NOT_COVERED; what comes to nothing has lines all the same. */
export function workOut(
  kind: PlanKind,
  terms: Terms,
  loss: Loss,
  givenFen: number,
): { lines: ClaimLine[]; benefitFen: number } {
  const lines = firstLines(kind, terms, loss);
  const sum = () => lines.reduce((total, { amountFen }) => total + amountFen, 0);
  const add = (lineKind: ClaimLine['lineKind'], to: number) =>
    lines.push({ ...nothing, lineKind, toFen: to, amountFen: to - sum() });
  if (sum() > 0 && sum() < terms.minFen) add('MINIMUM', terms.minFen);
  if (sum() > terms.capFen) add('CAP', terms.capFen);
  const left = Math.max(0, terms.capFen - givenFen);
  if (sum() > left) add('ROUND', left);
  return { lines, benefitFen: sum() };
}

const nothing = { fromFen: 0, toFen: 0, base: 0, rateBp: 0 };

function firstLines(kind: PlanKind, terms: Terms, loss: Loss): ClaimLine[] {
  if (kind === 'HOSPITAL_DAY') {
    const days = Math.max(0, loss.days - (terms.fromDay - 1));
    return [{ ...nothing, lineKind: 'DAYS', base: days, amountFen: days * terms.perDayFen }];
  }
  if (kind === 'LUMP_SUM') {
    const found = terms.lumpSums.find(({ diseaseCode }) => diseaseCode === loss.diseaseCode);
    if (!found) throw refused('DISEASE_NOT_COVERED');
    return [{ ...nothing, lineKind: 'LUMP_SUM', amountFen: found.amountFen }];
  }
  return loss.insurance === 'RESIDENT' ? [residentLine(terms, loss)] : tierLines(terms, loss);
}

function residentLine(terms: Terms, { selfPayFen, hospitalLevel }: Loss): ClaimLine {
  const rateBp = hospitalLevel === 3 ? terms.residentThirdBp : terms.residentBp;
  if (rateBp === 0) throw refused('RESIDENT_NOT_COVERED');
  const amountFen = divideRounded(BigInt(selfPayFen) * BigInt(rateBp), BP);
  return { ...nothing, lineKind: 'RESIDENT', base: selfPayFen, rateBp, amountFen };
}

/** Each tier of its own part. */
function tierLines({ tiers }: Terms, { selfPayFen }: Loss): ClaimLine[] {
  let fromFen = 0;
  const lines: ClaimLine[] = [];
  for (const { upToFen, rateBp } of tiers) {
    const toFen = upToFen === 0 ? selfPayFen : Math.min(upToFen, selfPayFen);
    if (toFen <= fromFen) break;
    const base = toFen - fromFen;
    const amountFen = divideRounded(BigInt(base) * BigInt(rateBp), BP);
    lines.push({ lineKind: 'TIER', fromFen, toFen, base, rateBp, amountFen });
    fromFen = toFen;
  }
  return lines;
}
