import { expect, test } from 'vitest';
import { hundredths, sheetOf } from './scores.ts';

test.each([
  ['91.6', 9_160],
  ['91.65', 9_165],
  ['100', 10_000],
  ['100.00', 10_000],
  ['0', 0],
  [' 7 ', 700],
  ['100.01', undefined],
  ['101', undefined],
  ['91.655', undefined],
  ['-1', undefined],
  ['九十', undefined],
])('%j is %j', (typed, read) => {
  expect(hundredths(typed)).toBe(read);
});

test('what was typed is handed in, by bench; nothing of it where one is no score', () => {
  const typed = { 3: { points: '88.5', seconds: '61' }, 1: { points: '90', seconds: '' } };
  expect(sheetOf([1, 2, 3], typed)).toEqual([
    { benchNo: 1, scoreHundredths: 9_000, seconds: 0 },
    { benchNo: 3, scoreHundredths: 8_850, seconds: 61 },
  ]);
  expect(sheetOf([1, 2, 3], { ...typed, 2: { points: '9O', seconds: '' } })).toBeUndefined();
});
