import { expect, test } from 'vitest';
import { divideRounded, fenOf, yuanOf } from './money.ts';

test.each([
  ['20000.00', 2_000_000],
  ['20000', 2_000_000],
  ['1,234.5', 123_450],
  [' 0.02 ', 2],
  ['-20000.00', -2_000_000],
  ['-0.00', 0],
  ['99999999999.99', 9_999_999_999_999],
])('%s yuan are %i fen', (yuan, fen) => {
  expect(fenOf(yuan)).toBe(fen);
});

test.each([
  '',
  '1.234',
  '１２.00',
  '1e3',
  '¥5',
  '1,23',
  '+5',
  '.5',
  '5.',
  '--1',
  '1 000',
  '0x10',
  '100000000000',
])('"%s" is no amount', (yuan) => {
  expect(() => fenOf(yuan)).toThrow(expect.objectContaining({ code: 'AMOUNT_MALFORMED' }));
});

test.each([
  [0, '0.00'],
  [2, '0.02'],
  [-2_000_000, '-20000.00'],
  [123_450n, '1234.50'],
])('%s fen are %s yuan', (fen, yuan) => {
  expect(yuanOf(fen)).toBe(yuan);
});

test.each([
  [5, 2, 3],
  [-5, 2, -3],
  [4, 3, 1],
  [-4, 3, -1],
  [0, 7, 0],
  [9_999_999_999_999n * 10_000n, 10_000, 9_999_999_999_999],
])('%s / %s is %s', (dividend, divisor, rounded) => {
  expect(divideRounded(dividend, divisor)).toBe(rounded);
});
