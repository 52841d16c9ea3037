import { expect, test } from 'vitest';
import { hoursIn, isOpenAt, typedHours } from './hours.ts';

const week = '1-5 08:00-20:00\n6-7 09:00-12:00\n6-7 14:00-18:00';

test('what is typed is what is kept, and is typed so again', () => {
  const hours = hoursIn(week);
  expect(hours).toHaveLength(9);
  expect(hours.at(-1)).toEqual({ weekday: 7, opensAt: '14:00', closesAt: '18:00' });
  expect(typedHours(hours)).toBe(week);
  expect(typedHours(hoursIn('3 8:30 – 24:00'))).toBe('3 08:30-24:00');
});

test('a line that says no hours is sent as no day', () => {
  expect(hoursIn('every day')).toEqual([{ weekday: 0, opensAt: '', closesAt: '' }]);
});

test.each([
  ['2026-11-20T11:59:00Z', true],
  ['2026-11-20T12:00:00Z', false],
  // A Sunday in Shanghai, while it is still Saturday in Greenwich.
  ['2026-11-21T23:00:00Z', false],
  ['2026-11-22T01:30:00Z', true],
])('open at %s: %s', (at, open) => {
  expect(isOpenAt(hoursIn(week), new Date(at))).toBe(open);
});
test('nothing is said where no hours are', () => {
  expect(isOpenAt([], new Date())).toBeUndefined();
});
