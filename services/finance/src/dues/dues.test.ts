import { FEN_MAX, fenOf } from '@gonglian/kernel/money.ts';
import { expect, test } from 'vitest';
import { financePolicy } from '../policy.ts';
import { duesOf, sumDues } from './dues.ts';

const rule = {
  rateBp: financePolicy('dues.rate', '2026-03-01'),
  truncateYuan: financePolicy('dues.truncate_yuan', '2026-03-01'),
};
const wage = (yuan: string, retained = false) => ({ baseWageFen: fenOf(yuan), retained });

// Domain §9.6, and where a step begins.
test.each([
  ['4387.00', '21.90'],
  ['5009.99', '25.00'],
  ['12345.67', '61.70'],
  ['9.99', '0.00'],
  ['10.00', '0.05'],
  ['19.99', '0.05'],
  ['0.00', '0.00'],
])('of a base wage of %s, %s is due', (base, due) => {
  expect(duesOf(wage(base), rule)).toBe(fenOf(due));
});

test.each(['4387.00', '5009.99', '12345.67', '9.99', '0.00'])(
  'of %s a retained member owes nothing',
  (base) => {
    expect(duesOf(wage(base, true), rule)).toBe(0);
  },
);

test('every wage makes whole fen, the largest too', () => {
  for (let yuan = 0; yuan < 3_000; yuan += 7)
    expect(duesOf(wage(`${yuan}.99`), rule)).toBe((yuan - (yuan % 10)) / 2);
  expect(duesOf({ baseWageFen: FEN_MAX, retained: false }, rule)).toBe(49_999_999_995);
});

test('under another rule half a fen rounds up', () => {
  expect(duesOf(wage('4387.50'), { rateBp: 50, truncateYuan: 1 })).toBe(2_194);
});

test('the sum is that of the lines, with who owes nothing counted apart', () => {
  const lines = [wage('4387.00'), wage('5009.99'), wage('9.99'), wage('12345.67', true)];
  expect(sumDues(lines, rule)).toEqual({
    memberCount: 4,
    payerCount: 2,
    retainedCount: 1,
    amountFen: fenOf('46.90'),
  });
});
