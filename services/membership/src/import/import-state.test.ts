import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { decideColumns } from './map-import.ts';
import {
  decidePart,
  decideStep,
  decideUndo,
  decideWhole,
  IMPORT_STATES,
  type ImportStep,
} from './import-state.ts';

test.each<[ImportStep, Record<string, string>]>([
  ['receive', { UPLOADING: 'UPLOADING' }],
  ['read', { UPLOADING: 'READING' }],
  ['found', { READING: 'READ' }],
  ['map', { READ: 'CHECKING', CHECKED: 'CHECKING' }],
  ['checked', { CHECKING: 'CHECKED' }],
  ['commit', { CHECKED: 'COMMITTING' }],
  ['committed', { COMMITTING: 'DONE' }],
  ['undo', { DONE: 'UNDOING' }],
  ['undone', { UNDOING: 'UNDONE' }],
  [
    'cancel',
    {
      UPLOADING: 'CANCELLED',
      READING: 'CANCELLED',
      READ: 'CANCELLED',
      CHECKING: 'CANCELLED',
      CHECKED: 'CANCELLED',
    },
  ],
  ['fail', { READING: 'FAILED', CHECKING: 'FAILED' }],
])('%s leads from its states, and from no other', (step, ways) => {
  const all = IMPORT_STATES.map((state) => [state, outcomeOf(() => decideStep(state, step))]);
  const expected = IMPORT_STATES.map((state) => [state, ways[state] ?? 'IMPORT_STATE_WRONG']);
  expect(all).toEqual(expected);
});

/** What a decision comes to: its answer, or the code of the refusal. */
function outcomeOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    return isRefusal(error) ? error.code : error;
  }
}

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

const doneAt = new Date('2026-03-01T08:00:00Z');
test.each([
  ['DONE', doneAt, '2026-03-02T08:00:00Z', 'UNDOING'],
  ['DONE', doneAt, '2026-03-02T08:00:01Z', 'IMPORT_UNDO_LATE'],
  ['UNDONE', doneAt, '2026-03-01T09:00:00Z', 'IMPORT_STATE_WRONG'],
  ['CHECKED', null, '2026-03-01T09:00:00Z', 'IMPORT_STATE_WRONG'],
] as const)('undone within 24 hours: %s at %s, asked at %s', (state, at, now, outcome) => {
  expect(outcomeOf(() => decideUndo({ state, doneAt: at }, new Date(now), 24))).toBe(outcome);
});

test.each([
  ['MAPPING_INCOMPLETE', ['name'], { field: 'id_number' }],
  ['MAPPING_INCOMPLETE', ['id_number', ''], { field: 'name' }],
  ['MAPPING_TWICE', ['name', 'id_number', 'name'], { field: 'name' }],
] as const)('a mapping is refused: %s', (code, fields, details) => {
  const columns = fields.map((field, at) => ({ column: at + 1, field }));
  expect(() => decideColumns(columns)).toThrow(expect.objectContaining({ code, details }));
});

test('a mapping needs a name and a number, and may leave columns out', () => {
  const columns = (['', 'name', '', 'id_number'] as const).map((field, at) => ({
    column: at + 1,
    field,
  }));
  expect(() => decideColumns(columns)).not.toThrow();
});
