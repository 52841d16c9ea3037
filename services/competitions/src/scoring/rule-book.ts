// The rule book of competitions, in versions by date: a competition is scored by the one of the day it was announced.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export type TieBreak = 'PRACTICAL' | 'HIGHER_WEIGHT' | 'SHORTER_TIME';

export interface RuleBook {
  version: string;
  /** From as many judges of a module on, the highest and the lowest are dropped. */
  dropFromJudges: number;
  judgesMax: number;
  /** One after the other; whoever ties in all shares his rank. */
  tieBreaks: readonly TieBreak[];
  appealHoursMin: number;
  appealHoursMax: number;
  /** First, second and third prizes as shares of whoever was ranked in a trade. */
  prizeSharesBp: readonly [number, number, number];
  /** Nobody younger enters. */
  ageMin: number;
}

export interface RuleBookPolicy {
  'competition.rule_book': RuleBook;
}

export const RULE_BOOK_POLICY: readonly PolicyEntry<RuleBookPolicy>[] = [
  {
    key: 'competition.rule_book',
    value: {
      version: '2000-1',
      dropFromJudges: 5,
      judgesMax: 15,
      tieBreaks: ['PRACTICAL', 'HIGHER_WEIGHT', 'SHORTER_TIME'],
      appealHoursMin: 2,
      appealHoursMax: 24,
      prizeSharesBp: [1_000, 2_000, 3_000],
      ageMin: 16,
    },
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy:
      'rule books of skill competitions: drop two from five judges, ties, appeals 2 h to 1 d (domain §4.1); prizes 10/20/30 % [S60]; age 16 by labour law',
  },
];
