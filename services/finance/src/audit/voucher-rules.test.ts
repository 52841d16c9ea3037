import { expect, test } from 'vitest';
import { decideBenford } from './benford.ts';
import { decideWeekendPostings } from './voucher-rules.ts';

const rules = { leastCount: 300, criticalMilli: 20_090 };
const lawful = [301, 176, 125, 97, 79, 67, 58, 51, 46];

test.each<[string, number[], object]>([
  ['as the law says', lawful, { tooFew: false, digit: 0 }],
  ['evenly, as nobody counts', lawful.map(() => 111), { tooFew: false, digit: 9 }],
  ['too many fours', lawful.with(3, 197), { tooFew: false, digit: 4 }],
  ['too few to say', [90, 53, 37, 29, 24, 20, 17, 15, 14], { tooFew: true, digit: 0 }],
  ['nothing at all', [], { tooFew: true, digit: 0, statisticMilli: 0 }],
])('first digits: %s', (_, counts, expected) => {
  expect(decideBenford(counts, rules)).toMatchObject(expected);
});

test('the statistic is chi-square: 9 even digits of 999 against the law', () => {
  // Σ (111 − 999·log10(1 + 1/d))² / (999·log10(1 + 1/d)), worked out apart from the code.
  expect(
    decideBenford(
      lawful.map(() => 111),
      rules,
    ).statisticMilli,
  ).toBe(401_297);
});

test.each([
  ['2026-03-06', false],
  ['2026-03-07', true],
  ['2026-02-14', false],
  ['2026-10-01', true],
])('%s is a day on which nobody works: %s', (on, hit) => {
  const hits = decideWeekendPostings([{ no: 7, on, fen: 100, group: 0 }]);
  expect(hits).toEqual(hit ? [{ group: 1, voucherNo: 7, amountFen: 100, againstFen: 0, on }] : []);
});

test('a year without a table of holidays stops it', () => {
  expect(() => decideWeekendPostings([{ no: 7, on: '1999-03-06', fen: 1, group: 0 }])).toThrow(
    expect.objectContaining({ code: 'HOLIDAY_TABLE_MISSING' }),
  );
});
