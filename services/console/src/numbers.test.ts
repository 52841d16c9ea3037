import { expect, test } from 'vitest';
import { compact, exact, percent, signed, sum } from './numbers.ts';

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
  [String(sum(['9007199254740993', '-1'])), '9007199254740992'],
])('%s', (shown, expected) => {
  expect(shown).toBe(expected);
});
