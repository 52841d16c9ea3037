import { fenOf } from '@gonglian/kernel/money.ts';
import { expect, test } from 'vitest';
import { competitionsPolicy } from '../policy.ts';
import { subsidyOf } from './subsidy.ts';

const lines = competitionsPolicy('care.living_lines', '2025-07-01');

// Domain §9.9, and the fen beside each edge.
test.each([
  ['ON_THE_JOB', '6000', '566', '566'],
  ['ON_THE_JOB', '5000', '1566', '1000'],
  ['ON_THE_JOB', '6566', '0', '0'],
  ['ON_THE_JOB', '6565.99', '0.01', '0.01'],
  ['ON_THE_JOB', '6566.01', '-0.01', '0'],
  ['ON_THE_JOB', '5566', '1000', '1000'],
  ['ON_THE_JOB', '5566.01', '999.99', '999.99'],
  ['ON_THE_JOB', '5565.99', '1000.01', '1000'],
  ['ON_THE_JOB', '0', '6566', '1000'],
  ['RETIRED', '3000', '552', '552'],
  ['RETIRED', '3552', '0', '0'],
  ['RETIRED', '2000', '1552', '1000'],
  ['FARMER', '400', '600', '600'],
  ['FARMER', '1000', '0', '0'],
] as const)('%s with an income of %s: %s to the line, %s', (of, income, difference, subsidy) => {
  expect(subsidyOf(fenOf(income), lines[of])).toEqual({
    differenceFen: fenOf(difference),
    subsidyFen: fenOf(subsidy),
  });
});

test('before the first document there is no line', () => {
  expect(() => competitionsPolicy('care.living_lines', '2024-12-31')).toThrow(
    expect.objectContaining({ code: 'POLICY_MISSING' }),
  );
});
