// What a rank in a trade brings: prizes by the rule book, recommendations by the class of the competition (domain §4.1).
import type { ClassRule } from '../competition/class-policy.ts';
import type { RuleBook } from '../scoring/rule-book.ts';

export const PRIZES = ['FIRST', 'SECOND', 'THIRD'] as const;
export type Prize = (typeof PRIZES)[number] | '';

const BP = 10_000;

/** Shares of all who were ranked, rounded down; the first of a trade has a first prize however few there are. */
export function prizeOf(
  rank: number,
  ranked: number,
  { prizeSharesBp }: Pick<RuleBook, 'prizeSharesBp'>,
): Prize {
  let shareBp = 0;
  for (const [n, prize] of PRIZES.entries()) {
    shareBp += prizeSharesBp[n] ?? 0;
    const last = Math.floor((ranked * shareBp) / BP);
    if (rank <= (n === 0 ? Math.max(1, last) : last)) return prize;
  }
  return '';
}

/** Whoever shares the last rank that is recommended is recommended too; none without a class. */
export function awardsOf(rank: number, rule: ClassRule | undefined): string[] {
  if (!rule) return [];
  return [
    ...(rank <= rule.expertTo ? ['TECHNICAL_EXPERT'] : []),
    ...(rank <= rule.promotionTo ? ['GRADE_PROMOTION'] : []),
  ];
}
