import { expect, test } from 'vitest';
import { shareOf } from './share.ts';

test.each([
  [0n, 0n, 0n],
  [1n, 3n, 3_333n],
  [2n, 3n, 6_667n],
  [1n, 800n, 13n],
  [5n, 5n, 10_000n],
])('%d of %d is %d hundredths of a percent', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});
