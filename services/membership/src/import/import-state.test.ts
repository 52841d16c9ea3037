import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { decideColumns } from './map-import.ts';
import { decideStep, decideUndo, IMPORT_STATES, type ImportStep } from './import-state.ts';

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
