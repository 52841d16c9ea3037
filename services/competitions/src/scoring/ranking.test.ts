import { expect, test } from 'vitest';
import { RULE_BOOK_POLICY } from './rule-book.ts';
import { rankTrade, type Marks, type RankedModule } from './ranking.ts';

const ruleBook = RULE_BOOK_POLICY[0]?.value ?? expect.fail();
const theory: RankedModule = { moduleNo: 1, moduleKind: 'THEORY', weightBp: 3_000 };
const practical: RankedModule = { moduleNo: 2, moduleKind: 'PRACTICAL', weightBp: 7_000 };
const both = [theory, practical];

/** What the judges gave, as the database adds it up (read-sheets.int.test.ts). */
const marks = (benchNo: number, moduleNo: number, scores: number[], seconds = 0): Marks => ({
  benchNo,
  moduleNo,
  judges: scores.length,
  sum: scores.reduce((sum, score) => sum + score, 0),
  high: Math.max(...scores),
  low: Math.min(...scores),
  seconds,
});

test.each<[string, number[], number]>([
  ['four judges: the mean of all', [9_000, 8_000, 7_000, 6_000], 7_500],
  ['five judges: without the highest and the lowest', [10_000, 9_000, 8_000, 7_000, 0], 8_000],
  ['only one of several equal extremes is dropped', [9_000, 9_000, 9_000, 3_000, 3_000], 7_000],
  ['seven judges', [9_500, 9_400, 9_300, 9_200, 9_100, 9_000, 100], 9_200],
  ['a third is rounded', [1, 0, 0], 0],
  ['two thirds are rounded up', [1, 1, 0], 1],
  ['half a hundredth goes up', [1, 0], 1],
])('%s', (_, scores, total) => {
  const one = { ...practical, weightBp: 10_000 };
  expect(rankTrade([one], [marks(1, 2, scores)], ruleBook)).toEqual([
    { benchNo: 1, rank: 1, total, practical: total, seconds: 0 },
  ]);
});

test('theory 30 %, practical 70 %, one rounding at the end', () => {
  // 0.3 × 0.01 + 0.7 × 0.01 = 0.01; each rounded alone would make 0.00 + 0.01.
  expect(rankTrade(both, [marks(1, 1, [1]), marks(1, 2, [1])], ruleBook)).toMatchObject([
    { total: 1 },
  ]);
  // 0.3 × 85.50 + 0.7 × 90.25 = 25.65 + 63.175 = 88.825 → 88.83
  const all = [marks(1, 1, [8_550]), marks(1, 2, [9_025])];
  expect(rankTrade(both, all, ruleBook)).toMatchObject([{ total: 8_883, practical: 6_318 }]);
});

test('modules with other numbers of judges have one common denominator', () => {
  const all = [
    marks(1, 1, [7_000, 7_001, 7_001]),
    marks(1, 2, [10_000, 8_001, 8_000, 8_000, 8_000, 0]),
  ];
  // 0.3 × 70.00⅔ + 0.7 × 80.00¼ = 21.002 + 56.00175 = 77.00375 → 77.00
  expect(rankTrade(both, all, ruleBook)).toMatchObject([{ total: 7_700 }]);
});

const equal = (n: number) => ({ ...theory, moduleNo: n, weightBp: 2_500 });
const half = { ...practical, moduleNo: 3, weightBp: 5_000 };

test.each<[string, RankedModule[], Marks[], [benchNo: number, rank: number][]]>([
  [
    'the total',
    both,
    [marks(1, 2, [8_000]), marks(2, 2, [8_001])],
    [
      [2, 1],
      [1, 2],
    ],
  ],
  [
    'one total: the practical score',
    [
      { ...theory, weightBp: 5_000 },
      { ...practical, weightBp: 5_000 },
    ],
    [marks(1, 1, [9_000]), marks(1, 2, [8_000]), marks(2, 1, [8_000]), marks(2, 2, [9_000])],
    [
      [2, 1],
      [1, 2],
    ],
  ],
  [
    'one practical score: the module that weighs more, and of equal ones the first',
    [equal(1), equal(2), half],
    [
      marks(1, 1, [7_000]),
      marks(1, 2, [8_000]),
      marks(1, 3, [9_000]),
      marks(2, 1, [8_000]),
      marks(2, 2, [7_000]),
      marks(2, 3, [9_000]),
    ],
    [
      [2, 1],
      [1, 2],
    ],
  ],
  [
    'all modules alike: the shorter time',
    both,
    [marks(1, 2, [9_000], 3_601), marks(2, 2, [9_000, 9_000], 3_600)],
    [
      [2, 1],
      [1, 2],
    ],
  ],
  [
    'nothing tells them apart: a shared rank, and the next is third',
    both,
    [marks(3, 2, [8_000]), marks(1, 2, [9_000]), marks(2, 2, [9_000])],
    [
      [1, 1],
      [2, 1],
      [3, 3],
    ],
  ],
  ['without a sheet: not ranked', both, [], []],
])('ranked by %s', (_, modules, all, expected) => {
  const ranked = rankTrade(modules, all, ruleBook);
  expect(ranked.map(({ benchNo, rank }) => [benchNo, rank])).toEqual(expected);
  // The order in which sheets come in makes no difference.
  expect(rankTrade(modules, all.toReversed(), ruleBook)).toEqual(ranked);
});

test('another version of the rule book breaks ties in another way', () => {
  const all = [marks(1, 2, [9_000], 100), marks(2, 2, [9_000], 50)];
  const ranks = (tieBreaks: (typeof ruleBook)['tieBreaks']) =>
    rankTrade(both, all, { ...ruleBook, tieBreaks }).map(({ rank }) => rank);
  expect(ranks(['SHORTER_TIME'])).toEqual([1, 2]);
  expect(ranks(['PRACTICAL'])).toEqual([1, 1]);
});

test('a sheet of a module that the trade does not have counts nowhere', () => {
  expect(rankTrade([practical], [marks(1, 1, [9_000])], ruleBook)).toEqual([]);
});
