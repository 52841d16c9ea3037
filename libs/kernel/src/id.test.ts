import { expect, test } from 'vitest';
import { isId, newId, nodeRootUnionId } from './id.ts';

test('new ids are UUIDv7 and sort by the order they were made in', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a node's root union has one id for ever", () => {
  // Written out: every node already founded depends on this very value.
  expect(nodeRootUnionId('321084')).toBe('7eb1241b-c8b0-592d-b447-3f8c4b063d40');
  expect(nodeRootUnionId('321000')).not.toBe(nodeRootUnionId('321084'));
  expect(isId(nodeRootUnionId('321000'))).toBe(true);
});

test.each([
  '',
  '321084',
  '0192F0C1-7B1A-7C3D-8E4F-5A6B7C8D9E0F',
  '0192f0c17b1a7c3d8e4f5a6b7c8d9e0f',
  '0192f0c1-7b1a-7c3d-8e4f-5a6b7c8d9e0',
  'zzzzzzzz-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
])('not an id: "%s"', (text) => {
  expect(isId(text)).toBe(false);
});
