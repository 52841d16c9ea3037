import { expect, test } from 'vitest';
import { signedFen } from './signed-fen.ts';

test.each([
  ['0', '0'],
  ['0.00', '0'],
  ['16,999.50', '1699950'],
  ['-3.2', '-320'],
  ['-0', '0'],
  ['', undefined],
  ['1.234', undefined],
  ['1e3', undefined],
  ['--1', undefined],
])('"%s" yuan are %s fen', (yuan, fen) => {
  expect(signedFen(yuan)).toBe(fen);
});
