import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { decideWarmth } from './warmth.ts';

const caps = { timeFen: 300_000, yearFen: 600_000 };

// Domain §9.7.
test.each([
  [undefined, 0, 300_000],
  [undefined, 300_000, 300_000],
  ['WARMTH_ABOVE_YEAR', 600_000, 1],
  ['WARMTH_ABOVE_TIME', 0, 300_001],
])('%s: %d fen in the year, and %d more', (code, before, amountFen) => {
  const deciding = () => decideWarmth(caps, { seq: 1, amountFen, yearFen: before + amountFen });
  expect(codeOf(deciding)).toBe(code);
});

test('what is left of the year is said', () => {
  const deciding = () => decideWarmth(caps, { seq: 3, amountFen: 200_000, yearFen: 700_000 });
  expect(deciding).toThrow(
    expect.objectContaining({ details: { seq: 3, maxFen: 600_000, leftFen: 100_000 } }),
  );
});
