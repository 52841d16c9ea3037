import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { decidePools } from './pay-out.ts';
import { decideAmount } from './sources.ts';

test.each([
  [50_000, 50_000, 0, 0],
  [50_000, 50_000, 0, 50_000],
  [30_000, 0, 30_000, 30_000],
])('an amount: %i of %i decided, %i at most, %i asked', (fen, decidedFen, maxFen, asked) => {
  expect(decideAmount({ decidedFen, maxFen }, asked)).toBe(fen);
});

test.each([
  ['PAYOUT_AMOUNT_DECIDED', 50_000, 0, 49_999],
  ['PAYOUT_ABOVE', 0, 30_000, 30_001],
  ['PAYOUT_ABOVE', 0, 30_000, 0],
])('%s: %i decided, %i at most, %i asked', (code, decidedFen, maxFen, asked) => {
  expect(codeOf(() => decideAmount({ decidedFen, maxFen }, asked))).toBe(code);
});

test('lines of one pool take no more than there is of it together', () => {
  const line = (pool: string, amountFen: number) => ({ pool, amountFen, maxFen: 100 });
  expect(codeOf(() => decidePools([line('a', 60), line('b', 60), line('a', 40)]))).toBeUndefined();
  expect(codeOf(() => decidePools([line('a', 60), line('a', 41)]))).toBe('PAYOUT_ABOVE');
});
