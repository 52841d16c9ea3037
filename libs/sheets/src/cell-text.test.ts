import { expect, test } from 'vitest';
import { builtInFormat, formatOf, isoText, numberText, plainFormat } from './cell-text.ts';

const general = plainFormat;
const date = formatOf('yyyy-mm-dd');
const dateTime = formatOf('yyyy/m/d h:mm');
const time = formatOf('h:mm:ss');
const elapsed = formatOf('[h]:mm');

test.each([
  ['1', '1'],
  ['-0.5', '-0.5'],
  ['1E3', '1000'],
  ['0.30000000000000004', '0.3'],
  ['13812345678', '13812345678'],
  ['1.38123456789E10', '13812345678.9'],
  ['123456789012345', '123456789012345'],
  ['1.0000000000000001E-7', '1E-7'],
  ['0x10', '0x10'],
  ['abc', 'abc'],
  ['1e999', '1e999'],
])('the number %s is shown as %s', (raw, text) => {
  expect(numberText(raw, general, false)).toEqual({ text, damaged: false });
});

test.each([
  ['321084199001010000', '321084199001010000'],
  ['3.2108419900101E+17', '321084199001010000'],
  ['321084199001011234', '321084199001011000'],
  ['6222021234567890', '6222021234567890'],
  ['6222021234567890123', '6222021234567890000'],
  ['-1E15', '-1000000000000000'],
  ['1E+21', '1000000000000000000000'],
])('the number %s has lost digits: %s', (raw, text) => {
  expect(numberText(raw, general, false)).toEqual({ text, damaged: true });
});

test.each([
  ['000000', '123', '000123'],
  ['00', '123', '123'],
  ['000', '-1', '-1'],
  ['0.00', '1.5', '1.5'],
  ['0%', '0.25', '0.25'],
])('by %s, %s is shown as %s', (code, raw, text) => {
  expect(numberText(raw, formatOf(code), false).text).toBe(text);
});

test.each([
  ['1900', '1', false, '1900-01-01'],
  ['the last day before', '59', false, '1900-02-28'],
  ['the day that never was', '60', false, '1900-02-29'],
  ['the first day after', '61', false, '1900-03-01'],
  ['no day', '0', false, '1900-01-00'],
  ['today', '46347', false, '2026-11-21'],
  ['with a time that is not shown', '46347.75', false, '2026-11-21'],
  ['the last', '2958465', false, '9999-12-31'],
  ['beyond the last', '2958466', false, '2958466'],
  ['before the first', '-1', false, '-1'],
  ['1904', '0', true, '1904-01-01'],
  ['1904, today', '44885', true, '2026-11-21'],
])('a date: %s', (_, raw, date1904, text) => {
  expect(numberText(raw, date, date1904)).toEqual({ text, damaged: false });
});

test.each([
  [dateTime, '46347.75', '2026-11-21 18:00:00'],
  [dateTime, '46347', '2026-11-21'],
  [dateTime, '46346.999999', '2026-11-21'],
  [time, '0.5', '12:00:00'],
  [time, '1.5', '12:00:00'],
  [elapsed, '1.5', '36:00:00'],
])('a time: %#', (format, raw, text) => {
  expect(numberText(raw, format, false).text).toBe(text);
});

test.each([
  ['yyyy"年"m"月"d"日"', true, false],
  ['[$-804]yyyy\\-mm\\-dd;@', true, false],
  ['m/d/yy h:mm AM/PM', true, true],
  ['mm:ss', false, true],
  ['[mm]:ss', false, true],
  ['m"月"', true, false],
  ['#,##0.00"days"', false, false],
  ['[Red]0.00', false, false],
  ['_(* #,##0_);_(* \\(#,##0\\)', false, false],
  ['0.00E+00', false, false],
  ['General', false, false],
  ['0;yyyy', false, false],
  ['@', false, false],
])('the format %s', (code, isDate, isTime) => {
  expect(formatOf(code)).toMatchObject({ date: isDate, time: isTime });
});

test('formats without a text of their own', () => {
  const ids = Array.from({ length: 60 }, (_, id) => id);
  const those = (key: 'date' | 'time') => ids.filter((id) => builtInFormat(id)[key]);
  expect(those('date')).toEqual([
    14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
  ]);
  expect(those('time')).toEqual([18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56]);
});

test.each([
  ['2020-01-02T00:00:00Z', '2020-01-02'],
  ['2020-01-02T03:04:00', '2020-01-02 03:04:00'],
  ['2020-01-02', '2020-01-02'],
  ['soon', 'soon'],
])('a date in words: %s', (raw, text) => {
  expect(isoText(raw)).toBe(text);
});
