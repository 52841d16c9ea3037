import { fenOf } from '@gonglian/kernel/money.ts';
import { policyOn } from '@gonglian/kernel/policy.ts';
import { expect, test } from 'vitest';
import { assess, type Declared } from './assess.ts';
import { HARDSHIP_POLICY } from './hardship-policy.ts';

const on = '2026-03-02';
const rules = {
  minimumLivingFen: policyOn(HARDSHIP_POLICY, 'hardship.minimum_living_fen', on),
  test: policyOn(HARDSHIP_POLICY, 'hardship.test', on),
  accident: policyOn(HARDSHIP_POLICY, 'hardship.accident', on),
};
const orEqual = { ...rules, test: { ...rules.test, comparison: '<=' as const } };
const declared = (income: string, rigid: string, familySize: number, over = {}): Declared => ({
  incomes: [{ kind: 'WAGE', amountFen: fenOf(income) }],
  rigidExpenses: [{ kind: 'ILLNESS', amountFen: fenOf(rigid) }],
  lossFen: 0,
  compensatedFen: 0,
  familySize,
  ...over,
});

// Domain §9.7, and the fen beside each edge.
test.each([
  ['60000', '30000', 3, '833.33', 'DEEP', 'DEEP'],
  ['33840', '0', 3, '940.00', 'RELATIVE', 'DEEP'],
  ['33839.99', '0', 3, '940.00', 'DEEP', 'DEEP'],
  ['33840.01', '0', 3, '940.00', 'RELATIVE', 'RELATIVE'],
  ['60000', '10000', 3, '1388.89', 'RELATIVE', 'RELATIVE'],
  ['80000', '12320', 3, '1880.00', 'NONE', 'RELATIVE'],
  ['80000', '12320.01', 3, '1880.00', 'RELATIVE', 'RELATIVE'],
  ['72000', '0', 3, '2000.00', 'NONE', 'NONE'],
  ['10000', '40000', 2, '-1250.00', 'DEEP', 'DEEP'],
  ['0', '0', 1, '0.00', 'DEEP', 'DEEP'],
] as const)(
  'income %s, rigid %s, %i heads: %s a month, below %s, not above %s',
  (income, rigid, heads, perHead, below, notAbove) => {
    const one = declared(income, rigid, heads);
    expect(assess(one, rules)).toMatchObject({
      category: below,
      perHeadMonthFen: fenOf(perHead),
      incomeFen: fenOf(income),
      rigidFen: fenOf(rigid),
      comparison: '<',
    });
    expect(assess(one, orEqual)).toMatchObject({ category: notAbove, comparison: '<=' });
  },
);

test.each([
  ['81000', '0', 8_100, 'ACCIDENT'],
  ['80000', '0', 8_000, 'NONE'],
  ['80000.01', '0', 8_000, 'ACCIDENT'],
  // What insurance has made good is not lost.
  ['100000', '20000', 8_000, 'NONE'],
  ['10000', '20000', 0, 'NONE'],
] as const)('a loss of %s, %s made good, of 100,000: %i, %s', (loss, back, share, category) => {
  const one = declared('100000', '0', 1, {
    lossFen: fenOf(loss),
    compensatedFen: fenOf(back),
  });
  expect(assess(one, rules)).toMatchObject({
    category,
    lossBasisPoints: share,
    lossAboveBasisPoints: 8_000,
  });
});

test('what work costs is taken off for relative hardship alone', () => {
  const one = declared('33840', '0', 3, {
    rigidExpenses: [{ kind: 'EMPLOYMENT', amountFen: fenOf('10000') }],
  });
  expect(assess(one, rules)).toMatchObject({ category: 'RELATIVE', rigidFen: fenOf('10000') });
  expect(assess({ ...one, incomes: [{ kind: 'WAGE', amountFen: 1 }] }, rules)).toMatchObject({
    category: 'DEEP',
    rigidFen: 0,
  });
});

test('a household without any income that has lost something is deep, not accident', () => {
  const one = declared('0', '0', 2, { lossFen: fenOf('1') });
  expect(assess(one, rules)).toMatchObject({ category: 'DEEP', lossBasisPoints: 0 });
});
