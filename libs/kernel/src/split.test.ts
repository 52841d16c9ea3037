import { expect, test } from 'vitest';
import { fenOf } from './money.ts';
import { booked, fundOf, requireProfile, splitFund, upperSum } from './split.ts';
import type { FundLevel, FundShares, SplitProfile } from './split.ts';

const profile = (...bp: [number, number, number, number, number]): SplitProfile => {
  const [grassrootsBp, countyBp, cityBp, provinceBp, nationalBp] = bp;
  return { grassrootsBp, countyBp, cityBp, provinceBp, nationalBp };
};
const SD = profile(6000, 2000, 1000, 500, 500);
const JS = profile(6000, 2500, 500, 500, 500);
const inOrder = (shares: FundShares) => [
  shares.grassrootsFen,
  shares.countyFen,
  shares.cityFen,
  shares.provinceFen,
  shares.nationalFen,
];

// Domain §9.4, to the fen.
test.each([
  ['1000000.00', '20000.00', SD, ['12000.00', '4000.00', '2000.00', '1000.00', '1000.00']],
  ['1000000.00', '20000.00', JS, ['12000.00', '5000.00', '1000.00', '1000.00', '1000.00']],
  ['123456.78', '2469.14', SD, ['1481.48', '493.83', '246.91', '123.46', '123.46']],
  ['123456.78', '2469.14', JS, ['1481.47', '617.29', '123.46', '123.46', '123.46']],
  ['333333.33', '6666.67', SD, ['4000.01', '1333.33', '666.67', '333.33', '333.33']],
  ['333333.33', '6666.67', JS, ['4000.01', '1666.67', '333.33', '333.33', '333.33']],
  ['1.00', '0.02', SD, ['0.02', '0.00', '0.00', '0.00', '0.00']],
  ['1.00', '0.02', JS, ['0.01', '0.01', '0.00', '0.00', '0.00']],
  ['-1000000.00', '-20000.00', SD, ['-12000.00', '-4000.00', '-2000.00', '-1000.00', '-1000.00']],
])('a payroll of %s makes a fund of %s and divides', (payroll, fund, by, shares) => {
  expect(fundOf(fenOf(payroll))).toBe(fenOf(fund));
  expect(inOrder(splitFund(fenOf(fund), by, 'COUNTY'))).toEqual(shares.map(fenOf));
});

test('60 : 40 without an inner division', () => {
  const shares = splitFund(2_000_000, profile(6000, 4000, 0, 0, 0), 'COUNTY');
  expect([shares.grassrootsFen, upperSum(shares)]).toEqual([1_200_000, 800_000]);
});

test.each<[FundLevel, string[]]>([
  ['COUNTY', ['12000', '4000', '2000', '1000', '1000']],
  ['CITY', ['12000', '0', '6000', '1000', '1000']],
  ['PROVINCE', ['12000', '0', '0', '7000', '1000']],
  ['NATIONAL', ['12000', '0', '0', '0', '8000']],
])('the share of a level that is missing goes to the one that collects: %s', (level, shares) => {
  const divided = splitFund(2_000_000, SD, level);
  expect(inOrder(divided)).toEqual(shares.map(fenOf));
  const { ownFen, upperFen, lowerFen } = booked(divided, level);
  expect(ownFen + upperFen + lowerFen).toBe(2_000_000);
  expect(lowerFen).toBe(1_200_000);
});

test('as the county books 20,000: 402, 211, 21202', () => {
  expect(booked(splitFund(2_000_000, SD, 'COUNTY'), 'COUNTY')).toEqual({
    ownFen: 400_000,
    upperFen: 400_000,
    lowerFen: 1_200_000,
  });
});

test('a level between can be missing', () => {
  const shares = splitFund(2_000_000, SD, 'COUNTY', ['CITY']);
  expect(inOrder(shares)).toEqual(['12000', '6000', '0', '1000', '1000'].map(fenOf));
});

test.each([
  [profile(6000, 2000, 1000, 500, 499), 9_999],
  [profile(6000, 2000, 1000, 500, 501), 10_001],
  [profile(10_500, -500, 0, 0, 0), 10_000],
  [profile(6000.5, 1999.5, 1000, 500, 500), 10_000],
])('a profile that is none is refused (%#)', (wrong, sum) => {
  const refusal = expect.objectContaining({ code: 'PROFILE_SUM', details: { sum } });
  expect(() => requireProfile(wrong)).toThrow(refusal);
  expect(() => splitFund(100, wrong, 'COUNTY')).toThrow(refusal);
});

test('for any sum and any profile the shares sum to it, and the negation divides to the negation', () => {
  const next = randomFrom(20_261_121);
  for (let round = 0; round < 5_000; round += 1) {
    const total = next(round % 3 === 0 ? 1_000 : 9_999_999_999_999);
    const cuts = Array.from({ length: 4 }, () => next(10_001)).toSorted((a, b) => a - b);
    const edges = [0, ...cuts, 10_000];
    const [g = 0, c = 0, t = 0, p = 0, n = 0] = edges.slice(1).map((at, k) => at - (edges[k] ?? 0));
    const any = profile(g, c, t, p, n);
    const shares = inOrder(splitFund(total, any, 'COUNTY'));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
    const negated = inOrder(splitFund(-total, any, 'COUNTY'));
    expect(negated.map((share) => 0 - share)).toEqual(shares);
  }
});

/** A generator of whole numbers below a bound (mulberry32): what has failed once fails again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  const word = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (below) => Math.floor(((word() * 2 ** 20 + (word() >>> 12)) / 2 ** 52) * below);
}
