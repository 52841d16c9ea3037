import { expect, test } from 'vitest';
import { columnsFor } from './columns-for.ts';

test.each([
  [18, 6],
  [17, 6],
  [16, 4],
  [15, 5],
  [14, 5],
  [13, 5],
  [12, 6],
  [8, 4],
  [5, 5],
  [4, 4],
])('%i cards stand in rows of %i', (cards, columns) => {
  expect(columnsFor(cards)).toBe(columns);
});
