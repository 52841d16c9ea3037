import { expect, test } from 'vitest';
import { isCancellable, isWorking, minutesLeft, percentOf, stepOf } from './import-state.ts';

test.each([
  ['UPLOADING', 'upload', false, true],
  ['READING', 'upload', true, true],
  ['READ', 'map', false, true],
  ['CHECKING', 'check', true, true],
  ['CHECKED', 'check', false, true],
  ['COMMITTING', 'commit', true, false],
  ['DONE', 'done', false, false],
  ['UNDOING', 'done', true, false],
  ['UNDONE', 'done', false, false],
  ['CANCELLED', undefined, false, false],
  ['FAILED', undefined, false, false],
])('%s is at the step %s', (state, step, works, mayEnd) => {
  expect([stepOf(state), isWorking(state), isCancellable(state)]).toEqual([step, works, mayEnd]);
});

test.each([
  [0, 0, undefined],
  [0, 10, 0],
  [999, 1_000, 99],
  [12, 10, 100],
])('%i of %i is %s per cent', (done, all, percent) => {
  expect(percentOf(done, all)).toBe(percent);
});

test.each([
  ['', 0],
  ['2026-03-01T10:00:00Z', 0],
  ['2026-03-01T10:00:01Z', 1],
  ['2026-03-02T10:00:00Z', 1_440],
])('at ten, %s leaves %i minutes', (until, minutes) => {
  expect(minutesLeft(until, Date.parse('2026-03-01T10:00:00Z'))).toBe(minutes);
});
