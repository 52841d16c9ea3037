import { expect, test } from 'vitest';
import { isSafe, parseVersion } from './nats-version.ts';

test.each([
  ['2.9.10', false],
  ['2.10.29', false],
  ['2.11.15', false],
  ['2.11.16', true],
  ['2.12.6', false],
  ['2.12.7', true],
  ['2.13.9', false],
  ['2.14.0', true],
  ['2.15.1', true],
  ['3.0.0', true],
  ['1.4.1', false],
])('%s is safe: %s', (words, safe) => {
  expect(isSafe(parseVersion(words) ?? [0, 0, 0])).toBe(safe);
});

test('reads what the program says', () => {
  expect(parseVersion('nats-server: v2.15.0')).toEqual([2, 15, 0]);
  expect(parseVersion('nats-server: v2.12.7-RC.1')).toEqual([2, 12, 7]);
  expect(parseVersion('not found')).toBeUndefined();
});
