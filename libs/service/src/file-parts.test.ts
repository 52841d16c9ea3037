import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { decidePart, decideWhole } from './file-parts.ts';

const parts = (numbers: readonly number[]) => numbers.map((no) => ({ no, sizeBytes: 10 }));

test('the file is whole when its parts are all there', () => {
  expect(() => decideWhole(parts([1, 2, 3]), 30)).not.toThrow();
});

test.each([
  ['none', [], 30, 1],
  ['the last is missing', [1, 2], 30, 3],
  ['one between is missing', [1, 3], 20, 2],
  ['too few bytes', [1, 2, 3], 31, 4],
])('the file is not whole: %s', (_, numbers, sizeBytes, partNo) => {
  expect(() => decideWhole(parts(numbers), sizeBytes)).toThrow(
    expect.objectContaining({
      code: 'IMPORT_PARTS_MISSING',
      details: expect.objectContaining({ partNo }),
    }),
  );
});

test.each([
  ['new', undefined, 0, 'new'],
  ['the same again', { sizeBytes: 10, sha256: 'a' }, 100, 'same'],
  ['another under its number', { sizeBytes: 10, sha256: 'b' }, 10, 'IMPORT_PART_WRONG'],
  ['more than was announced', undefined, 91, 'IMPORT_PART_WRONG'],
])('a part is %s', (_, known, receivedBytes, outcome) => {
  const part = { sizeBytes: 10, sha256: 'a' };
  const decide = () => decidePart(part, known, { sizeBytes: 100, receivedBytes });
  expect(outcomeOf(decide)).toBe(outcome);
});

/** What a decision comes to: its answer, or the code of the refusal. */
function outcomeOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    return isRefusal(error) ? error.code : error;
  }
}
