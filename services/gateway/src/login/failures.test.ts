import { expect, test } from 'vitest';
import { addressKey, countFailures, decideLockSeconds } from './failures.ts';

test.each([
  [1, 0],
  [10, 0],
  [11, 1],
  [12, 2],
  [14, 8],
  [17, 60],
  [5_000, 60],
])('after %i wrong attempts the next waits %i s', (count, seconds) => {
  expect(decideLockSeconds(count)).toBe(seconds);
});

test('a key that failed often waits, others do not, and it is forgotten', () => {
  let now = 0;
  const failures = countFailures(() => now);
  for (let n = 0; n < 12; n += 1) failures.note(['address a']);
  expect(failures.waitSeconds(['address a', 'subject x'])).toBe(2);
  expect(failures.waitSeconds(['address b'])).toBe(0);
  now += 2_000;
  expect(failures.waitSeconds(['address a'])).toBe(0);
  expect(failures.note(['address a'])).toBe(4);
  now += 16 * 60_000;
  expect(failures.note(['address a'])).toBe(0);
});

test('any number of addresses takes a bounded place', () => {
  const failures = countFailures();
  for (let n = 0; n < 30_000; n += 1) failures.note([`address ${n}`]);
  for (let n = 0; n < 11; n += 1) failures.note(['address 29999']);
  expect(failures.waitSeconds(['address 29999'])).toBeGreaterThan(0);
});

test.each([
  ['10.1.2.3', 'address 10.1.2.3'],
  ['::ffff:10.1.2.3', 'address 10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', 'address 2001:db8:1:2'],
  ['2001:db8:1:2::9', 'address 2001:db8:1:2'],
  ['2001:db8::9', 'address 2001:db8:0:0'],
  ['::1', 'address 0:0:0:0'],
])('%s is counted as %s', (ip, key) => {
  expect(addressKey(ip)).toBe(key);
});
