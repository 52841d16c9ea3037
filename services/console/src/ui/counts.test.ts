import { expect, test } from 'vitest';
import { countsIn, rowsIn, withCount } from './counts.ts';

test('a row is added, given its number, and taken away again', () => {
  const added = withCount('', 'works', '');
  expect(rowsIn(added)).toEqual([['works', '']]);
  expect(countsIn(added)).toEqual([]);
  const both = withCount(withCount(added, 'works', '12'), 'mill', '3');
  expect(countsIn(both)).toEqual([
    { id: 'works', count: 12 },
    { id: 'mill', count: 3 },
  ]);
  expect(countsIn(withCount(both, 'works', undefined))).toEqual([{ id: 'mill', count: 3 }]);
  expect(withCount('', 'works', undefined)).toBe('');
});
