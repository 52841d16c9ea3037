import { expect, test } from 'vitest';
import { pageOf } from './board-pages.ts';

const rows = Array.from({ length: 23 }, (_, n) => n + 1);

test.each([
  [0, 1, 10],
  [1, 11, 20],
  [2, 21, 23],
  [3, 1, 10],
])('turn %i shows %i to %i', (turn, first, last) => {
  const shown = pageOf(rows, turn);
  expect([shown[0], shown.at(-1)]).toEqual([first, last]);
});

test('a list that fits is one page', () => {
  expect(pageOf([1, 2], 7)).toEqual([1, 2]);
  expect(pageOf([], 3)).toEqual([]);
});
