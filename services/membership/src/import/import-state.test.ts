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

const taken = (state: (typeof IMPORT_STATES)[number], step: ImportStep): string => {
  try {
    return decideStep(state, step);
  } catch (error) {
    return isRefusal(error) ? error.code : String(error);
  }
};

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
  const all = IMPORT_STATES.map((state) => [state, taken(state, step)]);
  const expected = IMPORT_STATES.map((state) => [state, ways[state] ?? 'IMPORT_STATE_WRONG']);
  expect(all).toEqual(expected);
});

test.each([
  ['all there', [1, 2, 3], 30, undefined],
  ['none', [], 30, 1],
  ['the last is missing', [1, 2], 30, 3],
  ['one between is missing', [1, 3], 20, 2],
  ['too few bytes', [1, 2, 3], 31, 4],
])('the file is whole: %s', (_, numbers, sizeBytes, missing) => {
  const parts = numbers.map((no) => ({ no, sizeBytes: 10 }));
  const decide = () => decideWhole(parts, sizeBytes);
  if (missing === undefined) expect(decide).not.toThrow();
  else
    expect(decide).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ partNo: missing }) }),
    );
});

test.each([
  ['new', undefined, 0, 'new'],
  ['the same again', { sizeBytes: 10, sha256: 'a' }, 100, 'same'],
  ['another under its number', { sizeBytes: 10, sha256: 'b' }, 10, 'IMPORT_PART_WRONG'],
  ['more than was announced', undefined, 91, 'IMPORT_PART_WRONG'],
])('a part is %s', (_, known, receivedBytes, outcome) => {
  const decide = () =>
    decidePart({ sizeBytes: 10, sha256: 'a' }, known, { sizeBytes: 100, receivedBytes });
  if (outcome === 'IMPORT_PART_WRONG') {
    expect(decide).toThrow(expect.objectContaining({ code: outcome }));
  } else expect(decide()).toBe(outcome);
});

const doneAt = new Date('2026-03-01T08:00:00Z');
test.each([
  ['DONE', doneAt, '2026-03-02T08:00:00Z', 'UNDOING'],
  ['DONE', doneAt, '2026-03-02T08:00:01Z', 'IMPORT_UNDO_LATE'],
  ['UNDONE', doneAt, '2026-03-01T09:00:00Z', 'IMPORT_STATE_WRONG'],
  ['CHECKED', null, '2026-03-01T09:00:00Z', 'IMPORT_STATE_WRONG'],
] as const)('undone within 24 hours: %s at %s, asked at %s', (state, at, now, outcome) => {
  const decide = () => decideUndo({ state, doneAt: at }, new Date(now), 24);
  if (outcome === 'UNDOING') expect(decide()).toBe(outcome);
  else expect(decide).toThrow(expect.objectContaining({ code: outcome }));
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
