import { expect, test } from 'vitest';
import { age, daysUntil, periodName, seriesRange, shift, today } from './dates.ts';

test.each([
  ['2020', { from: '2020-01', to: '2020-12' }],
  ['2020-03', { from: '2019-04', to: '2020-03' }],
  ['2020-12', { from: '2020-01', to: '2020-12' }],
])('the line of %s is drawn over %o', (period, range) => {
  expect(seriesRange(period)).toEqual(range);
});

test.each([
  ['2020', 1, '2021'],
  ['2020-12', 1, '2021-01'],
  ['2020-01', -1, '2019-12'],
])('%s and %i is %s', (period, by, other) => {
  expect(shift(period, by)).toBe(other);
});

test.each([
  [0, 'en', '0 sec. ago'],
  [59, 'zh-CN', '59秒前'],
  [60, 'zh-CN', '1分钟前'],
  [86_399, 'en', '23 hr. ago'],
  [-5, 'en', '0 sec. ago'],
])('%i seconds in %s are %s', (seconds, language, words) => {
  expect(age(seconds, language)).toBe(words);
});

test.each([
  ['2026-11-21T15:59:59Z', '2026-11-21'],
  ['2026-11-21T16:00:00Z', '2026-11-22'],
  ['2026-12-31T20:00:00+00:00', '2027-01-01'],
])('at %s it is %s', (now, day) => {
  expect(today(new Date(now))).toBe(day);
});

test('a term that has ended has days below zero left', () => {
  expect(daysUntil('2020-02-12', '2020-06-01')).toBe(-110);
  expect(daysUntil('2020-03-01', '2020-02-28')).toBe(2);
});

test('a period has its name in the language of the reader', () => {
  expect([periodName('2020', 'zh-CN'), periodName('2020-03', 'en')]).toEqual([
    '2020年',
    'March 2020',
  ]);
});
