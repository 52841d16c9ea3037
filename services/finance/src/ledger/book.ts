// A book as the one who has locked it finds it, and the batch that follows from it.
import type { AccountSet } from '@gonglian/kernel/chart.ts';
import type { Month } from '@gonglian/kernel/dates.ts';
import type { AccountRef, Leg, Move, PotRef, VoucherNo } from './voucher.ts';

export interface AccountState {
  no: number;
  balanceFen: number;
  version: number;
}

export interface PotState {
  no: number;
  inFen: number;
  outFen: number;
}

/** A voucher that another one means to take back. */
export interface Original {
  legs: Leg[];
  moves: Move[];
  /** By which it was taken back already. */
  reversedBy?: number;
  isReversal: boolean;
}

export interface BookState {
  unionId: string;
  accountSet: AccountSet;
  lastNo: number;
  lastAccountNo: number;
  lastPotNo: number;
  lastBlockNo: number;
  /** The hash of the last block, 64 hexadecimal digits. */
  head: string;
  /** '' where none is closed: before every month. */
  closedThrough: Month;
  /** When the batch is posted: not before the last one, whatever the clock says. */
  postedMs: number;
  reopened: Set<Month>;
  periodCounts: Map<Month, number>;
  /** Of the keys that were asked about. */
  keys: Map<string, VoucherNo & { requestHash: string }>;
  accounts: Map<string, AccountState>;
  pots: Map<string, PotState>;
  /** The numbers that vouchers of the batch mean to take back, and what is known under them. */
  wanted: ReadonlySet<number>;
  originals: Map<number, Original>;
}

export interface OpenedAccount {
  no: number;
  ref: AccountRef;
  leaf: string;
}

export interface OpenedPot {
  no: number;
  ref: PotRef;
  leaf: string;
}

/** A voucher as it is written. */
export interface PostedRow extends VoucherNo {
  key: string;
  requestHash: string;
  leaf: string;
  legs: { account: number; amountFen: number; balanceFen: number; version: number }[];
  moves: { from: number; to: number; amountFen: number; outEnd: number; inEnd: number }[];
}

/** Whether a period takes vouchers: a month and all before it are closed together, and one by one opened again. */
export function isOpen(
  { closedThrough, reopened }: Pick<BookState, 'closedThrough' | 'reopened'>,
  period: Month,
): boolean {
  return period > closedThrough || reopened.has(period);
}
