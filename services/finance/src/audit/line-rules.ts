// Rules over paid lines: each takes the lines and its policy, and answers those it remarks.
import type { Limit } from '../spending-policy.ts';
import type { PaidLine } from './paid-line.ts';
import type { Hit } from './scan.ts';
import { daysBetween } from '@gonglian/kernel/dates.ts';

const sumOf = (lines: readonly PaidLine[]) => lines.reduce((sum, one) => sum + one.amountFen, 0);

const hitOf = (line: PaidLine, group: number, againstFen: number): Hit => ({
  group,
  voucherNo: line.voucherNo,
  lineId: line.lineId,
  amountFen: line.amountFen,
  againstFen,
  on: line.paidOn,
});

/** Each group a number from 1, each line held against the sum of its group. */
const groupHits = (groups: readonly (readonly PaidLine[])[]): Hit[] =>
  groups.flatMap((lines, at) => lines.map((line) => hitOf(line, at + 1, sumOf(lines))));

/** The same person was paid the same amount for the same purpose more than once. */
export function decideDuplicatePayees(lines: readonly PaidLine[]): Hit[] {
  const known = lines.filter(({ beneficiaryId }) => beneficiaryId !== '');
  const key = (one: PaidLine) => `${one.beneficiaryId} ${one.purposeCode} ${one.amountFen}`;
  return groupHits([...Map.groupBy(known, key).values()].filter((some) => some.length > 1));
}

/** Two persons were paid into one account. */
export function decideDuplicateAccounts(lines: readonly PaidLine[]): Hit[] {
  const groups = [...Map.groupBy(lines, ({ account }) => account).values()];
  const persons = (some: PaidLine[]) => new Set(some.map((one) => one.beneficiaryId)).size;
  return groupHits(groups.filter((some) => persons(some) > 1));
}

interface Splitting {
  /** From each of these amounts on somebody else would have had to agree. */
  limitsFen: readonly number[];
  withinDays: number;
}

/** One payee was asked for several times within some days, each under a limit and together not. */
export function decideSplits(
  lines: readonly PaidLine[],
  { limitsFen, withinDays }: Splitting,
): Hit[] {
  const groups = limitsFen.flatMap((limit) => {
    const under = lines.filter(({ totalFen }) => totalFen < limit);
    return [...Map.groupBy(under, ({ account }) => account).values()]
      .map((some) => longestOver(some, limit, withinDays))
      .filter((some) => some.length > 0)
      .map((some) => some.map((line) => ({ line, limit })));
  });
  return groups.flatMap((some, at) => some.map(({ line, limit }) => hitOf(line, at + 1, limit)));
}

/** The first run of days in which several payments of one payee reach the limit; none: empty. */
function longestOver(some: readonly PaidLine[], limit: number, withinDays: number): PaidLine[] {
  const sorted = some.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : 1));
  for (const first of sorted) {
    const run = sorted.filter(({ askedOn }) => {
      const days = daysBetween(first.askedOn, askedOn);
      return days >= 0 && days <= withinDays;
    });
    const payments = new Set(run.map(({ paymentId }) => paymentId)).size;
    if (payments > 1 && sumOf(run) >= limit) return run;
  }
  return [];
}

/** Whole multiples of a round amount. */
export function decideRoundAmounts(lines: readonly PaidLine[], roundFen: number): Hit[] {
  return lines
    .filter(({ amountFen }) => amountFen % roundFen === 0)
    .map((line, at) => hitOf(line, at + 1, roundFen));
}

/** Nobody of whom there is a file, though it was for somebody in need. */
export function decideNotOnFile(lines: readonly PaidLine[], purposes: readonly string[]): Hit[] {
  return lines
    .filter((one) => one.beneficiaryId === '' && purposes.includes(one.purposeCode))
    .map((line, at) => hitOf(line, at + 1, 0));
}

/** Persons who got more than the standard of the day, at once or in the year so far; from a day on. */
export function decideOverStandard(
  lines: readonly PaidLine[],
  from: string,
  limitsOn: (on: string) => readonly Limit[],
): Hit[] {
  const paid = new Map<string, number>();
  const hits: Hit[] = [];
  for (const line of lines.filter(({ payeeKind }) => payeeKind === 'PERSON')) {
    const fits = limitsOn(line.paidOn).filter((one) => one.purposes.includes(line.purposeCode));
    for (const { perTimeFen = Infinity, perYearFen = Infinity, purposes } of fits) {
      const key = [line.beneficiaryId || line.account, line.paidOn.slice(0, 4), ...purposes].join();
      const yearFen = (paid.get(key) ?? 0) + line.amountFen;
      paid.set(key, yearFen);
      const over = line.amountFen > perTimeFen ? perTimeFen : perYearFen;
      const late = line.paidOn >= from && (line.amountFen > perTimeFen || yearFen > perYearFen);
      if (late) hits.push(hitOf(line, hits.length + 1, over));
    }
  }
  return hits;
}
