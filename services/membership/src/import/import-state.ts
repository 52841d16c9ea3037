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

export const FILE_BYTES_MAX = 20 * 1024 ** 2;
export const PART_BYTES_MAX = 2 * 1024 ** 2;
/** Smaller parts than need be are welcome, as far as this. */
export const PARTS_MAX = 200;

export interface Part {
  no: number;
  sizeBytes: number;
}

/** Refused IMPORT_PARTS_MISSING where the parts are not all there, with the first number that is missing. */
export function decideWhole(parts: readonly Part[], sizeBytes: number): void {
  const gap = parts.findIndex(({ no }, at) => no !== at + 1);
  const received = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
  if (gap === -1 && received === sizeBytes) return;
  throw refused('IMPORT_PARTS_MISSING', {
    partNo: gap === -1 ? parts.length + 1 : gap + 1,
    received,
    sizeBytes,
  });
}

interface Received {
  sizeBytes: number;
  sha256: string;
}

/**
 * Whether a part is new. Refused IMPORT_PART_WRONG where another one came under its number, or where the file would
 * become larger than was announced.
 */
export function decidePart(
  part: Received,
  known: Received | undefined,
  file: { sizeBytes: number; receivedBytes: number },
): 'new' | 'same' {
  if (known) {
    if (known.sha256 === part.sha256) return 'same';
    throw refused('IMPORT_PART_WRONG', { rule: 'other_content' });
  }
  if (file.receivedBytes + part.sizeBytes > file.sizeBytes) {
    throw refused('IMPORT_PART_WRONG', { rule: 'too_much', sizeBytes: file.sizeBytes });
  }
  return 'new';
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
