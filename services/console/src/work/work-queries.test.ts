import { expect, test } from 'vitest';
import { nearestFirst } from './work-queries.ts';

const task = (kind: string, dueOn: string, oldestOn: string) => ({
  kind,
  count: 1,
  dueOn,
  oldestOn,
});

test('the nearest deadline comes first, then the longest wait', () => {
  const tasks = [
    task('young', '', '2026-03-02'),
    task('old', '', '2026-02-01'),
    task('later', '2026-05-01', '2026-01-01'),
    task('sooner', '2026-04-01', '2026-03-01'),
  ];
  const order = tasks.toSorted(nearestFirst).map(({ kind }) => kind);
  expect(order).toEqual(['sooner', 'later', 'old', 'young']);
});
