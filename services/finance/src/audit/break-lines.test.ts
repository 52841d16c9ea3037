import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

/** A Chinese character is two wide, a Latin one is one. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, one) => sum + (one < '\u0100' ? 1 : 2), 0);
const lines = (text: string, width: number) => breakLines(text, width, widthOf);

test.each<[string, string, number, string[]]>([
  ['fills a line', '工会经费审查', 8, ['工会经费', '审查']],
  ['no closing mark begins a line', '工会经费，审查', 8, ['工会经', '费，审查']],
  ['nor several', '工会经费）。审查', 8, ['工会经', '费）。审', '查']],
  ['no opening mark ends one', '工会经（费）', 8, ['工会经', '（费）']],
  ['a word stays whole', '金额1,234.50元整', 8, ['金额', '1,234.50', '元整']],
  ['a word wider than the line does not', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['a line feed ends a paragraph', '一\n\n二', 8, ['一', '', '二']],
  ['nothing is one empty line', '', 8, ['']],
  ['no space begins a line', '工会 经费', 4, ['工会', '经费']],
])('%s', (_, text, width, expected) => {
  expect(lines(text, width)).toEqual(expected);
});

test('no character is lost, and no line is too wide', () => {
  const text =
    '根据《工会法》第四十五条（及总工办发〔2017〕32号），对2026年1—6月的收支进行了审查。'.repeat(9);
  for (let width = 10; width <= 60; width += 1) {
    const broken = lines(text, width);
    expect(broken.join('')).toBe(text);
    expect(Math.max(...broken.map(widthOf))).toBeLessThanOrEqual(width);
    expect(broken.filter((line) => /^[，。、）》〕]/.test(line))).toEqual([]);
  }
});
