import { expect, test } from 'vitest';
import { differing, rootOf } from './leaves.ts';

const leaf = (indicator: string, period: string, fill: number) => ({
  indicator,
  period,
  hash: Buffer.alloc(32, fill),
});
const leaves = [leaf('a', '2026-01', 1), leaf('a', '2026-02', 2), leaf('b', '2026-01', 3)];

test('the root does not depend on the order in which leaves come', () => {
  expect(rootOf(leaves.toReversed())).toEqual(rootOf(leaves));
});

test.each([
  ['a leaf changed', [leaf('a', '2026-01', 9), ...leaves.slice(1)]],
  ['a leaf is missing', leaves.slice(1)],
  ['two leaves changed places', [leaf('a', '2026-01', 2), leaf('a', '2026-02', 1), leaves[2]!]],
])('the root shows that %s', (_, others) => {
  expect(rootOf(others)).not.toEqual(rootOf(leaves));
});

test.each([
  ['nothing differs', leaves, []],
  ['one is other', [leaf('a', '2026-01', 9), ...leaves.slice(1)], ['a 2026-01']],
  ['one is missing there', leaves.slice(1), ['a 2026-01']],
  ['one is missing here', [...leaves, leaf('c', '2026-01', 1)], ['c 2026-01']],
])('ranges are named where %s', (_, theirs, ranges) => {
  expect(differing(leaves, theirs).map((range) => `${range.indicator} ${range.period}`)).toEqual(
    ranges,
  );
});
