// The steps of an import: which follows which, and what each asks for.
import { refused } from '@gonglian/kernel/refusal.ts';

export const IMPORT_STATES = [
  'UPLOADING',
  'READING',
  'READ',
  'CHECKING',
  'CHECKED',
  'COMMITTING',
  'DONE',
  'UNDOING',
  'UNDONE',
  'CANCELLED',
  'FAILED',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a person asks for, and (the second line) what the service says when its work is done. */
export type ImportStep =
  | ('receive' | 'read' | 'map' | 'commit' | 'cancel' | 'undo')
  | ('found' | 'checked' | 'committed' | 'undone' | 'fail');

const STEPS: Record<ImportStep, { from: readonly ImportState[]; to: ImportState }> = {
  receive: { from: ['UPLOADING'], to: 'UPLOADING' },
  read: { from: ['UPLOADING'], to: 'READING' },
  found: { from: ['READING'], to: 'READ' },
  map: { from: ['READ', 'CHECKED'], to: 'CHECKING' },
  checked: { from: ['CHECKING'], to: 'CHECKED' },
  commit: { from: ['CHECKED'], to: 'COMMITTING' },
  committed: { from: ['COMMITTING'], to: 'DONE' },
  undo: { from: ['DONE'], to: 'UNDOING' },
  undone: { from: ['UNDOING'], to: 'UNDONE' },
  cancel: { from: ['UPLOADING', 'READING', 'READ', 'CHECKING', 'CHECKED'], to: 'CANCELLED' },
  fail: { from: ['READING', 'CHECKING'], to: 'FAILED' },
};

/** The state after a step; refused IMPORT_STATE_WRONG with the state where it is not the one for it. */
export function decideStep(state: ImportState, step: ImportStep): ImportState {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) throw refused('IMPORT_STATE_WRONG', { state });
  return to;
}

const HOUR_MS = 3_600_000;

/** Until when an import can be undone. */
export function undoUntil(doneAt: Date, hours: number): Date {
  return new Date(doneAt.getTime() + hours * HOUR_MS);
}

/** Refused IMPORT_STATE_WRONG, IMPORT_UNDO_LATE. */
export function decideUndo(
  { state, doneAt }: { state: ImportState; doneAt: Date | null },
  now: Date,
  hours: number,
): ImportState {
  const next = decideStep(state, 'undo');
  if (doneAt === null || now > undoUntil(doneAt, hours))
    throw refused('IMPORT_UNDO_LATE', { hours });
  return next;
}
