// Who is ranked where, from the score sheets of one trade (domain §4.1). Everything is whole numbers: a mean is kept as its
// sum and its count until the one rounding of the total, so that no order of adding makes another result.
import type { RuleBook, TieBreak } from './rule-book.ts';

export interface RankedModule {
  moduleNo: number;
  moduleKind: 'THEORY' | 'PRACTICAL';
  weightBp: number;
}

/** The sheets of one bench in one module, added up by the database; which of them count is decided here alone. */
export interface Marks {
  benchNo: number;
  moduleNo: number;
  judges: number;
  /** Hundredths of a point, of all judges. */
  sum: number;
  high: number;
  low: number;
  /** Two judges who have stopped their watches at different times: the longer counts. 0 where it is not measured. */
  seconds: number;
}

export interface Ranked {
  benchNo: number;
  rank: number;
  /** Hundredths, rounded half up. */
  total: number;
  practical: number;
  seconds: number;
}

interface Standing extends Omit<Ranked, 'rank'> {
  /** What each module is worth, the one that weighs most first. */
  byWeight: number[];
}

interface Mean {
  sum: number;
  count: number;
}

const BP = 10_000;
const NONE: Mean = { sum: 0, count: 1 };

/** The best first; whoever ties to the end shares his rank, and the next one's counts all before him. */
export function rankTrade(
  modules: readonly RankedModule[],
  marks: readonly Marks[],
  ruleBook: Pick<RuleBook, 'dropFromJudges' | 'tieBreaks'>,
): Ranked[] {
  const heaviest = modules.toSorted((a, b) => b.weightBp - a.weightBp || a.moduleNo - b.moduleNo);
  const standings = [...gather(heaviest, marks)].map(([benchNo, worth]) =>
    standingOf(benchNo, heaviest, worth, ruleBook.dropFromJudges),
  );
  const better = orderBy(ruleBook.tieBreaks);
  standings.sort((a, b) => better(a, b) || a.benchNo - b.benchNo);
  const ranked: Ranked[] = [];
  for (const [n, standing] of standings.entries()) {
    const before = standings[n - 1];
    const shares = before !== undefined && better(before, standing) === 0;
    const { byWeight: _, ...shown } = standing;
    ranked.push({ ...shown, rank: shares ? (ranked[n - 1]?.rank ?? 1) : n + 1 });
  }
  return ranked;
}

/** In the order of the modules; a module that nobody has judged yet has none. */
type Worth = (Marks | undefined)[];

/** Of each bench the marks of its modules; those of a module that is not of the trade count nowhere. */
function gather(modules: readonly RankedModule[], marks: readonly Marks[]): Map<number, Worth> {
  const placeOf = new Map(modules.map(({ moduleNo }, n) => [moduleNo, n]));
  const benches = new Map<number, Worth>();
  for (const mark of marks) {
    const place = placeOf.get(mark.moduleNo);
    if (place === undefined) continue;
    let worth = benches.get(mark.benchNo);
    if (!worth) benches.set(mark.benchNo, (worth = modules.map(() => undefined)));
    worth[place] = mark;
  }
  return benches;
}

function standingOf(
  benchNo: number,
  heaviest: readonly RankedModule[],
  worth: Worth,
  dropFromJudges: number,
): Standing {
  const means = worth.map((marks) => meanOf(marks, dropFromJudges));
  const practical = heaviest.map(({ moduleKind }) => moduleKind === 'PRACTICAL');
  let seconds = 0;
  for (const marks of worth) seconds += marks?.seconds ?? 0;
  return {
    benchNo,
    total: weighted(heaviest, means),
    practical: weighted(heaviest, means, practical),
    byWeight: means.map((mean) => rounded(mean.sum, mean.count)),
    seconds,
  };
}

/** Without the highest and the lowest where enough have judged; a module without a sheet is worth nothing. */
function meanOf(marks: Marks | undefined, dropFromJudges: number): Mean {
  if (!marks) return NONE;
  const { judges, sum, high, low } = marks;
  return judges < dropFromJudges
    ? { sum, count: judges }
    : { sum: sum - high - low, count: judges - 2 };
}

/** Over one common denominator, rounded once: exact for as many judges as a rule book allows. */
function weighted(
  modules: readonly RankedModule[],
  means: readonly Mean[],
  counted?: readonly boolean[],
): number {
  let common = 1;
  for (const { count } of means) common = leastCommon(common, count);
  let sum = 0;
  for (const [n, { sum: scores, count }] of means.entries()) {
    if (counted?.[n] === false) continue;
    sum += (modules[n]?.weightBp ?? 0) * scores * (common / count);
  }
  return rounded(sum, common * BP);
}

/** Half up, of numbers that are not negative. */
function rounded(sum: number, by: number): number {
  return Math.floor((2 * sum + by) / (2 * by));
}

function leastCommon(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

const COMPARE: Record<TieBreak, (a: Standing, b: Standing) => number> = {
  PRACTICAL: (a, b) => b.practical - a.practical,
  HIGHER_WEIGHT: (a, b) => {
    const n = a.byWeight.findIndex((worth, at) => worth !== b.byWeight[at]);
    return n < 0 ? 0 : (b.byWeight[n] ?? 0) - (a.byWeight[n] ?? 0);
  },
  SHORTER_TIME: (a, b) => a.seconds - b.seconds,
};

function orderBy(tieBreaks: readonly TieBreak[]): (a: Standing, b: Standing) => number {
  const steps = tieBreaks.map((tieBreak) => COMPARE[tieBreak]);
  return (a, b) => {
    if (a.total !== b.total) return b.total - a.total;
    for (const step of steps) {
      const order = step(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}
