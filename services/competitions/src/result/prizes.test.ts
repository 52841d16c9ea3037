import { expect, test } from 'vitest';
import { CLASS_POLICY } from '../competition/class-policy.ts';
import { RULE_BOOK_POLICY } from '../scoring/rule-book.ts';
import { awardsOf, prizeOf } from './prizes.ts';

const ruleBook = RULE_BOOK_POLICY[0]?.value ?? expect.fail();

test.each([
  [100, 10, 20, 30],
  [10, 1, 2, 3],
  [9, 1, 1, 3],
  [1, 1, 0, 0],
  [4, 1, 0, 1],
  [0, 0, 0, 0],
])('of %i ranked there are %i first, %i second, %i third prizes', (ranked, ...expected) => {
  const prizes = Array.from({ length: ranked }, (_, n) => prizeOf(n + 1, ranked, ruleBook));
  const counts = ['FIRST', 'SECOND', 'THIRD'].map((p) => prizes.filter((one) => one === p).length);
  expect(counts).toEqual(expected);
});

test('whoever shares a rank shares what it brings', () => {
  expect([1, 1, 3].map((rank) => prizeOf(rank, 10, ruleBook))).toEqual([
    'FIRST',
    'FIRST',
    'SECOND',
  ]);
});

const rule = (level: string, competitionClass: number) =>
  CLASS_POLICY[0]?.value.find(
    (one) => one.level === level && one.competitionClass === competitionClass,
  );

test.each([
  ['PROVINCE', 1, 5, 8],
  ['PROVINCE', 2, 3, 5],
  ['CITY', 1, 2, 3],
  ['COUNTY', 2, 1, 1],
  ['COUNTY', 3, 0, 0],
])(
  '%s class %i: experts to %i, early promotion to %i',
  (level, competitionClass, expert, grade) => {
    const ranks = Array.from({ length: 12 }, (_, n) =>
      awardsOf(n + 1, rule(level, competitionClass)),
    );
    const last = (award: string) => ranks.filter((awards) => awards.includes(award)).length;
    expect([last('TECHNICAL_EXPERT'), last('GRADE_PROMOTION')]).toEqual([expert, grade]);
  },
);

test('nobody is recommended without a class', () => {
  expect(awardsOf(1, undefined)).toEqual([]);
});
