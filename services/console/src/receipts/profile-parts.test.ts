import { expect, test } from 'vitest';
import { basisPointsOf, missingOf } from './profile-parts.ts';

test.each([
  ['60', 6000],
  ['0.05', 5],
  ['33.3', 3330],
  ['100', 10_000],
  ['100.01', undefined],
  ['1.234', undefined],
  ['-1', undefined],
  ['', undefined],
])('%s per cent are %s of ten thousand', (percent, basisPoints) => {
  expect(basisPointsOf(percent)).toBe(basisPoints);
});

const parts = { grassrootsBp: '60', countyBp: '20', cityBp: '10', provinceBp: '5' };

test.each([
  ['5', 0],
  ['4.99', 1],
  ['6', -100],
  ['', 500],
])('with %s for the nation %s hundredths are missing', (nationalBp, missing) => {
  expect(missingOf({ ...parts, nationalBp })).toBe(missing);
});
