import { divideRounded, fenOf } from '@gonglian/kernel/money.ts';
import { expect, test } from 'vitest';
import { isEligible, PARTS, refundOf, sumOf, surrenderedOf, yearlyMean } from './eligibility.ts';

const years = (payrolls: readonly string[], surrenderedBp = 4000) =>
  payrolls.map((payroll) => ({ surrendered: surrenderedOf(fenOf(payroll), 200, surrenderedBp) }));

// Domain §9.5: 0.8 % of the payroll against 10,000, strictly.
test.each([
  [['1249999.00'], '9999.99', true],
  [['1250000.00'], '10000.00', false],
  [['1200000.00', '1300000.00'], '10000.00', false],
  [['1200000.00', '1290000.00'], '9960.00', true],
  [['1250000.01', '1249999.98'], '10000.00', true],
  [[], '0.00', false],
  [['0.00'], '0.00', false],
])('payrolls %j surrender %s a year: eligible %s', (payrolls, mean, eligible) => {
  expect(yearlyMean(years(payrolls))).toBe(fenOf(mean));
  expect(isEligible(years(payrolls), fenOf('10000.00'))).toBe(eligible);
});

test.each([
  ['1249999.00', true],
  ['1249999.99', true],
  ['1250000.00', false],
])('half surrendered, half the limit: %s is eligible %s before rounding', (payroll, eligible) => {
  expect(isEligible(years([payroll], 2000), fenOf('5000.00'))).toBe(eligible);
});

test('4,999.996 is 5,000.00 when rounded, and eligible all the same', () => {
  const paid = years(['1249999.00'], 2000);
  expect(divideRounded(paid[0]?.surrendered ?? 0n, PARTS)).toBe(fenOf('5000.00'));
  expect(isEligible(paid, fenOf('5000.00'))).toBe(true);
});

test('the published mean: 1,153,000 among 881', () => {
  expect(divideRounded(fenOf('1153000.00'), 881)).toBe(fenOf('1308.74'));
});

const received = {
  countyFen: 400_000,
  cityFen: 200_000,
  provinceFen: 100_000,
  nationalFen: 100_000,
};
const nobody = { countyFen: 0, cityFen: 0, provinceFen: 0, nationalFen: 0 };

test('each level gives back its own', () => {
  expect(refundOf(received, 1_000_000, true)).toEqual(received);
  expect(refundOf(received, 800_000, true)).toEqual(received);
  expect(refundOf(received, 1_000_000, false)).toEqual({ ...received, nationalFen: 0 });
});

test('no more than the cap goes back, in proportion', () => {
  const cut = refundOf({ ...received, countyFen: 400_001 }, 333_333, true);
  expect(cut).toEqual({
    countyFen: 166_666,
    cityFen: 83_333,
    provinceFen: 41_667,
    nationalFen: 41_667,
  });
  expect(sumOf(cut ?? nobody)).toBe(333_333);
});

test.each([
  ['nothing was received', nobody],
  ['more was taken back than received', { ...nobody, countyFen: -1 }],
  ['a level has less than nothing', { ...received, cityFen: -1 }],
])('nothing goes back: %s', (_, of) => {
  expect(refundOf(of, 1_000_000, true)).toBeUndefined();
});
