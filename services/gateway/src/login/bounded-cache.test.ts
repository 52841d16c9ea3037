import { expect, test } from 'vitest';
import { boundedCache } from './bounded-cache.ts';

test('what is used stays, the least used goes, and all of it ends', () => {
  let now = 0;
  const cache = boundedCache<number>(2, () => now);
  cache.set('a', 1, 100);
  cache.set('b', 2, 100);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3, 100);
  expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([
    1,
    undefined,
    3,
    2,
  ]);
  now = 100;
  expect([cache.get('a'), cache.get('c'), cache.size]).toEqual([undefined, undefined, 0]);
});
