import { expect, test } from 'vitest';
import { fenOf } from './fen.ts';

test.each([
  ['3000', '300000'],
  ['3,000.5', '300050'],
  ['0.02', '2'],
  ['1.234', '0'],
  ['1e3', '0'],
  ['', '0'],
])('"%s" yuan are %s fen', (yuan, fen) => {
  expect(fenOf(yuan)).toBe(fen);
});
