import { expect, test } from 'vitest';
import { plainText, workbookText } from './plain-text.ts';

test.each([
  ['space around', ' \u3000\u00a0张三\t\n', '张三'],
  ['zero width', '张\u200b三\u200d\ufeff', '张三'],
  ['direction turned round', '\u202e三张\u2066a\u2069\u200f', '三张a'],
  ['a control', 'a\u0007b\u0085c', 'abc'],
  ['lines of Windows', 'a\r\nb\rc', 'a\nb\nc'],
  ['letters in two parts', 'e\u0301', '\u00e9'],
  ['half a character', 'a\ud842', 'a\ufffd'],
])('is put right: %s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each(['䶮', '𠮷', '𰻝', '买买提·吐尔逊', '阿卜杜拉•买买提', 'Ａ１２３', 'x  y', '_x0041_'])(
  'stays as it is: %s',
  (text) => {
    expect(plainText(text)).toBe(text);
  },
);

test.each([
  ['_x000D_\nb', 'b'],
  ['a_x000D__x000A_b', 'a\nb'],
  ['_x005F_x0041_', '_x0041_'],
  ['_x202E_ab', 'ab'],
  ['_x12_', '_x12_'],
])('characters written as numbers: %s', (text, plain) => {
  expect(workbookText(text, 1_000)).toBe(plain);
});

test('what is far too long stays too long', () => {
  expect(workbookText('\u200b'.repeat(81), 10)).toHaveLength(81);
});
