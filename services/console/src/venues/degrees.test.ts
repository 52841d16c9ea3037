import { expect, test } from 'vitest';
import { degreesOf, e6In } from './degrees.ts';

test.each([
  ['32.785', 32_785_000, '32.785000'],
  ['-0.000001', -1, '-0.000001'],
  ['119', 119_000_000, '119.000000'],
])('%s', (typed, e6, said) => {
  expect(e6In(typed)).toBe(e6);
  expect(degreesOf(e6)).toBe(said);
});
test('what is no number is none', () => {
  expect(e6In('北纬')).toBe(0);
});
