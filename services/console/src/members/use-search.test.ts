import { expect, test } from 'vitest';
import { isNumber, numberEnd } from './use-search.ts';

test.each([
  ['张', false],
  ['zsf', false],
  ['8000', false],
  ['13800138000', true],
  ['110105 19491231 002x', true],
  ['E12345678', true],
])('%s is a number that is kept nowhere: %s', (text, number) => {
  expect(isNumber(text)).toBe(number);
});

test('of a number its end is said', () => {
  expect(numberEnd('110105 19491231 002x ')).toBe('002x');
});
