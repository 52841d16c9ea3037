import { monthOf, nextMonth, type Month } from '@gonglian/kernel/dates.ts';
import {
  isOpen,
  type AccountState,
  type BookState,
  type OpenedAccount,
  type OpenedPot,
  type PostedRow,
  type PotState,
} from './book.ts';
import { accountKey, isOfSet, isOwnPot, isPlainReversal, potKey } from './check-voucher.ts';
import { mirrors, mirrorOf } from './mirror.ts';
import { accountLeaf, potLeaf, voucherLeaf } from './seal.ts';
import type {
  AccountRef,
  Leg,
  Move,
  PotRef,
  VoucherNo,
  VoucherRefusal,
  VoucherToPost,
} from './voucher.ts';

/** A voucher that passed checkVoucher, with the hash of its content. */
export interface Asked {
  voucher: VoucherToPost;
  requestHash: string;
}

/** By the place in the batch: what was posted, what was there before, or why not. */
export type Decision =
  | { posted: PostedRow; voucher: VoucherToPost }
  | { replayed: VoucherNo }
  | { conflict: number }
  | { refusal: VoucherRefusal };

export interface Batch {
  decisions: Decision[];
  accounts: OpenedAccount[];
  pots: OpenedPot[];
}

/** How many months after a closed one are tried for an open one; the state of a book names no more. */
const MONTHS_MAX = 12 * 220;

/**
 * One after another, each against what those before it have left: so a batch of n is n batches of one, and a voucher
 * that is refused leaves nothing behind. Changes `book` as it goes.
 */
export function decidePostings(book: BookState, asked: readonly Asked[]): Batch {
  const batch: Batch = { decisions: [], accounts: [], pots: [] };
  for (const one of asked) batch.decisions.push(decideOne(book, one, batch));
  return batch;
}

function decideOne(book: BookState, { voucher, requestHash }: Asked, batch: Batch): Decision {
  const known = book.keys.get(voucher.key);
  if (known)
    return known.requestHash === requestHash ? { replayed: known } : { conflict: known.no };
  const lines = linesOf(book, voucher);
  if ('code' in lines) return { refusal: lines };
  const stray = lines.legs.find(({ account }) => !isOfSet(account.code, book.accountSet));
  if (stray)
    return { refusal: { code: 'ACCOUNT_NOT_IN_SET', details: { account: stray.account.code } } };
  const period = periodOf(book, voucher);
  if (period === undefined)
    return { refusal: { code: 'BOOK_PERIOD_CLOSED', details: { period: voucher.period ?? '' } } };
  const overdrawn = findOverdrawn(book, lines.moves);
  if (overdrawn) {
    const { kind, key, bank = '' } = overdrawn;
    return { refusal: { code: 'POT_OVERDRAWN', details: { kind, key, bank } } };
  }
  const row = postInto(book, { voucher, requestHash, period, ...lines }, batch);
  return { posted: row, voucher };
}

/** The legs and moves it posts: its own, or the mirror of what it takes back. */
function linesOf(
  book: BookState,
  voucher: VoucherToPost,
): { legs: readonly Leg[]; moves: readonly Move[] } | VoucherRefusal {
  const { reversesNo } = voucher;
  if (reversesNo === undefined) return voucher;
  const original = book.originals.get(reversesNo);
  if (!original) return { code: 'REVERSED_VOUCHER_UNKNOWN', details: { no: reversesNo } };
  if (original.isReversal) return { code: 'REVERSAL_NOT_REVERSIBLE', details: { no: reversesNo } };
  if (original.reversedBy !== undefined)
    return { code: 'ALREADY_REVERSED', details: { no: reversesNo, by: original.reversedBy } };
  if (isPlainReversal(voucher)) return mirrorOf(original);
  return mirrors(voucher, original)
    ? voucher
    : { code: 'REVERSAL_NOT_MIRRORED', details: { no: reversesNo } };
}

/** The period that was asked for, if it is open; else the month of the business date or the first open one after it. */
function periodOf(book: BookState, { period, eventOn }: VoucherToPost): Month | undefined {
  if (period !== undefined) return isOpen(book, period) ? period : undefined;
  let month = monthOf(eventOn);
  for (let tried = 0; tried < MONTHS_MAX; tried += 1) {
    if (isOpen(book, month)) return month;
    month = nextMonth(month);
  }
  return undefined;
}

/** The first pot of the book that a move would take more from than it then holds. */
function findOverdrawn(book: BookState, moves: readonly Move[]): PotRef | undefined {
  const change = new Map<string, number>();
  for (const { from, to, amountFen } of moves) {
    const [source, target] = [potKey(from), potKey(to)];
    const held = book.pots.get(source) ?? { inFen: 0, outFen: 0 };
    const left = held.inFen - held.outFen + (change.get(source) ?? 0) - amountFen;
    if (left < 0 && isOwnPot(from.kind)) return from;
    change.set(source, (change.get(source) ?? 0) - amountFen);
    change.set(target, (change.get(target) ?? 0) + amountFen);
  }
  return undefined;
}

interface Accepted extends Asked {
  period: Month;
  legs: readonly Leg[];
  moves: readonly Move[];
}

function postInto(book: BookState, accepted: Accepted, batch: Batch): PostedRow {
  const { voucher, requestHash, period } = accepted;
  const no = (book.lastNo += 1);
  const periodNo = (book.periodCounts.get(period) ?? 0) + 1;
  book.periodCounts.set(period, periodNo);
  const legs = accepted.legs.map(({ account, amountFen }) => {
    const state = accountIn(book, account, batch);
    state.balanceFen += amountFen;
    state.version += 1;
    return { account: state.no, amountFen, balanceFen: state.balanceFen, version: state.version };
  });
  const moves = accepted.moves.map(({ from, to, amountFen }) => {
    const source = potIn(book, from, batch);
    const target = potIn(book, to, batch);
    source.outFen += amountFen;
    target.inFen += amountFen;
    return {
      from: source.no,
      to: target.no,
      amountFen,
      outEnd: source.outFen,
      inEnd: target.inFen,
    };
  });
  const row = { no, key: voucher.key, requestHash, period, periodNo, legs, moves };
  remember(book, accepted, { no, period, periodNo });
  return { ...row, leaf: voucherLeaf(book.unionId, voucher, row, book.postedMs) };
}

/** What vouchers later in the same batch are held against. */
function remember(
  book: BookState,
  { voucher, requestHash, legs, moves }: Accepted,
  number: VoucherNo,
) {
  const { no } = number;
  book.keys.set(voucher.key, { requestHash, ...number });
  const original =
    voucher.reversesNo === undefined ? undefined : book.originals.get(voucher.reversesNo);
  if (original) original.reversedBy = no;
  if (book.wanted.has(no)) {
    const isReversal = original !== undefined;
    book.originals.set(no, { legs: [...legs], moves: [...moves], isReversal });
  }
}

function accountIn(book: BookState, ref: AccountRef, batch: Batch): AccountState {
  const key = accountKey(ref);
  const known = book.accounts.get(key);
  if (known) return known;
  const no = (book.lastAccountNo += 1);
  const opened = { no, balanceFen: 0, version: 0 };
  book.accounts.set(key, opened);
  batch.accounts.push({ no, ref, leaf: accountLeaf(book.unionId, no, ref) });
  return opened;
}

function potIn(book: BookState, ref: PotRef, batch: Batch): PotState {
  const key = potKey(ref);
  const known = book.pots.get(key);
  if (known) return known;
  const no = (book.lastPotNo += 1);
  const opened = { no, inFen: 0, outFen: 0 };
  book.pots.set(key, opened);
  batch.pots.push({ no, ref, leaf: potLeaf(book.unionId, no, ref) });
  return opened;
}
