// Whether a household is in hardship, and how much: the arithmetic with every figure that it comes from (domain §3.1, §9.7).
// Whole fen are compared; what is divided is only for the reader.
import { divideRounded } from '@gonglian/kernel/money.ts';
import type { AccidentRule, Category, HardshipTest, RigidKind } from './hardship-policy.ts';

export interface Amount<Kind extends string = string> {
  kind: Kind;
  amountFen: number;
}

export interface Declared {
  /** Of a year, of the whole household. */
  incomes: readonly Amount[];
  rigidExpenses: readonly Amount<RigidKind>[];
  /** Lost in a year by an accident, an illness, a disaster; what insurance and others have made good of it. */
  lossFen: number;
  compensatedFen: number;
  familySize: number;
}

export interface Rules {
  minimumLivingFen: number;
  test: HardshipTest;
  accident: AccidentRule;
}

export interface Work {
  incomeFen: number;
  /** Taken off for the category that came of it; for none: for the wider one. */
  rigidFen: number;
  familySize: number;
  /** A month, a head: rounded for the reader, never compared. */
  perHeadMonthFen: number;
  minimumLivingFen: number;
  /** The line of the category that came of it, a month and a head. */
  lineFen: number;
  comparison: '<' | '<=';
  lossFen: number;
  lossBasisPoints: number;
  lossAboveBasisPoints: number;
  category: Category | 'NONE';
}

const MONTHS = 12;
const WHOLE = 10_000;

export function assess(declared: Declared, rules: Rules): Work {
  const { test, minimumLivingFen } = rules;
  const incomeFen = sum(declared.incomes);
  const lossFen = Math.max(0, declared.lossFen - declared.compensatedFen);
  const shared = {
    incomeFen,
    familySize: declared.familySize,
    minimumLivingFen,
    comparison: test.comparison,
    lossFen,
    lossBasisPoints: incomeFen === 0 ? 0 : divideRounded(lossFen * WHOLE, incomeFen),
    lossAboveBasisPoints: rules.accident.lossAboveBasisPoints,
  };
  const deep = under(declared, incomeFen, test.rigid.DEEP, minimumLivingFen, test.comparison);
  if (deep.isUnder) return { ...shared, ...deep.shown, category: 'DEEP' };
  const relativeLine = minimumLivingFen * test.relativeTimes;
  const relative = under(declared, incomeFen, test.rigid.RELATIVE, relativeLine, test.comparison);
  if (relative.isUnder) return { ...shared, ...relative.shown, category: 'RELATIVE' };
  const isAccident = lossFen > 0 && lossFen * WHOLE > incomeFen * shared.lossAboveBasisPoints;
  return { ...shared, ...relative.shown, category: isAccident ? 'ACCIDENT' : 'NONE' };
}

function under(
  { rigidExpenses, familySize }: Declared,
  incomeFen: number,
  kinds: readonly RigidKind[],
  lineFen: number,
  comparison: '<' | '<=',
) {
  const rigidFen = sum(rigidExpenses.filter(({ kind }) => kinds.includes(kind)));
  const leftFen = incomeFen - rigidFen;
  const limitFen = lineFen * MONTHS * familySize;
  const perHeadMonthFen = divideRounded(leftFen, MONTHS * familySize);
  const isUnder = comparison === '<' ? leftFen < limitFen : leftFen <= limitFen;
  return { isUnder, shown: { rigidFen, perHeadMonthFen, lineFen } };
}

function sum(amounts: readonly Amount[]): number {
  return amounts.reduce((all, { amountFen }) => all + amountFen, 0);
}
