// What members owe their union for a month (domain §2.8): of the base wage, its part below ten yuan left out.
import { divideRounded } from '@gonglian/kernel/money.ts';

export interface DuesRule {
  rateBp: number;
  truncateYuan: number;
}

/** A member without a name: who he is the books need not know. */
export interface DuesLine {
  baseWageFen: number;
  retained: boolean;
}

export interface DuesSum {
  memberCount: number;
  /** Of whom something is due. */
  payerCount: number;
  retainedCount: number;
  amountFen: number;
}

/** Who is retained owes nothing. At 0.5 % of whole tens of yuan every due is whole fen. */
export function duesOf({ baseWageFen, retained }: DuesLine, rule: DuesRule): number {
  if (retained) return 0;
  const countedFen = baseWageFen - (baseWageFen % (rule.truncateYuan * 100));
  return divideRounded(BigInt(countedFen) * BigInt(rule.rateBp), 10_000);
}

/** Each line for itself, as each member is told; then the sum. */
export function sumDues(lines: readonly DuesLine[], rule: DuesRule): DuesSum {
  const dues = lines.map((line) => duesOf(line, rule));
  return {
    memberCount: lines.length,
    payerCount: dues.filter((fen) => fen > 0).length,
    retainedCount: lines.filter(({ retained }) => retained).length,
    amountFen: dues.reduce((sum, fen) => sum + fen, 0),
  };
}
