// An import as the wizard sees it: which step it is at, whether it goes on by itself, and what may be done with it.
import type { components } from '../gen/api.d.ts';

type Schemas = components['schemas'];

export type Import = Schemas['membership.v1.Import'];
export type ImportSheet = Schemas['membership.v1.ImportSheet'];
export type ImportErrorGroup = Schemas['membership.v1.ImportErrorGroup'];
export type ImportError = Schemas['membership.v1.ImportError'];

export const steps = ['choose', 'upload', 'map', 'check', 'commit', 'done'] as const;
export type Step = (typeof steps)[number];

const stepsByState: Readonly<Record<string, Step>> = {
  UPLOADING: 'upload',
  READING: 'upload',
  READ: 'map',
  CHECKING: 'check',
  CHECKED: 'check',
  COMMITTING: 'commit',
  DONE: 'done',
  UNDOING: 'done',
  UNDONE: 'done',
};

/** Undefined for one that was given up. */
export function stepOf(state: string): Step | undefined {
  return stepsByState[state];
}

const working = new Set(['READING', 'CHECKING', 'COMMITTING', 'UNDOING']);
const cancellable = new Set(['UPLOADING', 'READING', 'READ', 'CHECKING', 'CHECKED']);

/** The node is at work on it, so it changes without anybody asking. */
export function isWorking(state: string): boolean {
  return working.has(state);
}

/** Nobody has joined by it yet. */
export function isCancellable(state: string): boolean {
  return cancellable.has(state);
}

/** Of something counted, in whole per cent; undefined while it is not known how much there is. */
export function percentOf(done: number, all: number): number | undefined {
  return all > 0 ? Math.min(100, Math.floor((done / all) * 100)) : undefined;
}

/** How long something may still be undone, in minutes; none: it may not. */
export function minutesLeft(until: string, nowMs: number): number {
  const left = Date.parse(until) - nowMs;
  return Number.isNaN(left) || left <= 0 ? 0 : Math.ceil(left / 60_000);
}
