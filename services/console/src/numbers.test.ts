import { expect, test } from 'vitest';
import {
  compact,
  exact,
  percent,
  signed,
  sum,
  yuan,
  measured,
  signedMeasure,
  wholeSize,
} from './numbers.ts';

test.each([
  [exact('9007199254740993', 'zh-CN'), '9,007,199,254,740,993'],
  [compact('1234567', 'zh-CN'), '123.46万'],
  [compact('1234567', 'en'), '1.23M'],
  [signed('-3', 'en'), '-3'],
  [signed('0', 'en'), '0'],
  [signed('3', 'en'), '+3'],
  [percent('1', '3', 'en'), '33.3%'],
  [percent('1', '0', 'en'), '–'],
  [percent('0', '0', 'en'), '–'],
  [yuan('9007199254740993', 'zh-CN'), '90,071,992,547,409.93'],
  [yuan('-5', 'en'), '-0.05'],
  [yuan('0', 'en'), '0.00'],
  [measured('115300000', 'fen', 'en'), '1,153,000.00'],
  [signedMeasure('-150', 'fen', 'en'), '-1.50'],
  [signedMeasure('150', 'fen', 'en'), '+1.50'],
  [signedMeasure('3', 'count', 'en'), '+3'],
  [measured('881', 'count', 'en'), '881'],
  [String(wholeSize('115300099', 'fen')), '1153000'],
  [String(wholeSize('881', 'count')), '881'],
  [yuan('-123450', 'en'), '-1,234.50'],
  [String(sum(['9007199254740993', '-1'])), '9007199254740992'],
])('%s', (shown, expected) => {
  expect(shown).toBe(expected);
});
