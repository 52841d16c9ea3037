import type { RefusalDetails, RefusalKind } from '@gonglian/kernel/refusal.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetInfo } from './sheet-row.ts';

// What the reader and its thread say to each other: one question, one answer.

export interface SheetThreadData {
  file: string;
  fileName: string;
  limits: SheetLimits;
}

export type SheetQuestion =
  | { ask: 'open' }
  | { ask: 'rows'; sheet: string }
  | { ask: 'next'; cursor: number }
  | { ask: 'stop'; cursor: number };

export interface SheetAnswers {
  open: SheetInfo[];
  rows: number;
  /** A batch of rows; undefined after the last. */
  next: Uint8Array | undefined;
  stop: undefined;
}

export type SheetAnswer =
  | { answer: SheetAnswers[keyof SheetAnswers] }
  | { refusal: { kind: RefusalKind; code: string; details: RefusalDetails } }
  | { failure: string };
