import { expect, test } from 'vitest';
import { basisPointsOf } from './basis-points.ts';

test.each([
  ['45', 4_500],
  ['45.5', 4_550],
  ['0.05', 5],
  ['100', 10_000],
  ['100.01', undefined],
  ['', undefined],
  ['4.555', undefined],
  ['-1', undefined],
])('%s per cent', (percent, points) => {
  expect(basisPointsOf(percent)).toBe(points);
});
