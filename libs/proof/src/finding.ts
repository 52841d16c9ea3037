import type { Spot } from './spot.ts';

export const FINDING_CODES = [
  'BYTES_DIFFER',
  'NO_END',
  'NOT_A_PACKAGE',
  'FRAME_UNREADABLE',
  'FRAME_CUT_OFF',
  'LIST_REPLACED',
  'SIGNATURE_WRONG',
  'KEY_OTHER',
  'RECORD_CHANGED',
  'LEAF_CHANGED',
  'RECORD_UNREADABLE',
  'RECORD_OF_OTHER_BOOK',
  'NUMBER_GAP',
  'PERIOD_NUMBER_GAP',
  'KEY_TWICE',
  'PERIOD_CLOSED',
  'NOT_BALANCED',
  'ACCOUNT_UNKNOWN',
  'RUNNING_BALANCE',
  'POT_UNKNOWN',
  'POT_INTERVAL',
  'POT_OVERDRAWN',
  'POTS_NOT_CASH',
  'REVERSAL_NOT_MIRRORED',
  'REVERSED_TWICE',
  'BLOCK_CHANGED',
  'BLOCK_LEAVES',
  'BLOCK_ORDER',
  'TIME_DIFFERS',
  'CHECKPOINT_NOT_ON_CHAIN',
  'CHECKPOINT_SIGNATURE',
  'CHECKPOINT_OTHER_KEY',
  'BOOK_END',
  'SINCE_OLD_WRONG',
  'SINCE_OTHER_NODE',
  'SINCE_OTHER_KEY',
  'SINCE_BOOK_MISSING',
  'SINCE_SHORTER',
  'SINCE_DIFFERS',
  'SINCE_DOCUMENT_MISSING',
  'SINCE_DOCUMENT_DIFFERS',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export type RecordKind =
  | 'readme'
  | 'book'
  | 'account'
  | 'pot'
  | 'voucher'
  | 'period'
  | 'block'
  | 'checkpoint'
  | 'document'
  | 'end';

/** Something that is not as it should be. */
export interface Finding {
  code: FindingCode;
  unionId?: string;
  /** Of a document also what it is: kind, record, place. */
  record?: { kind: RecordKind; no: number; name?: string };
  field?: string;
  /** In the body; becomes a place of the file when it is told. */
  bodyAt?: number;
  /** The bytes it is about. */
  spot?: Spot;
  /** What the record says, and what follows from the others. */
  says?: string;
  follows?: string;
}
