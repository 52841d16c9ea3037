import { expect, test } from 'vitest';
import { hasMoved } from './latest-year.ts';

const indicators = [
  { code: 'recruited', type: 'flow' },
  { code: 'total', type: 'stock' },
];

test.each([
  ['a flow with a number', [{ indicator: 'recruited', subtree: '4' }], true],
  ['a loss is a movement too', [{ indicator: 'recruited', subtree: '-1' }], true],
  ['a stock stands in every year', [{ indicator: 'total', subtree: '9' }], false],
  ['nothing where nothing has happened', [{ indicator: 'recruited', subtree: '0' }], false],
  ['nothing of nothing', [], false],
])('%s', (_, rows, moved) => {
  expect(hasMoved(rows, indicators)).toBe(moved);
});
