// Where a trace begins in the book: the moves that are meant, or an interval of a pot.
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { isOwnPot } from '../ledger/check-voucher.ts';
import type { Sql } from '../pipeline.ts';
import type { Seed } from './read-hops.ts';
import type { TraceAsk } from './trace-fields.ts';
import type { Piece } from './walk.ts';

export interface Subject {
  bookId: number;
  /** All that could be asked for: the moves of the voucher, or what has come into the pot. */
  wholeFen: number;
  start(from: number, to: number): Seed | Piece;
}

/**
 * VOUCHER_UNKNOWN, RECEIPT_UNKNOWN, PAYMENT_LINE_UNKNOWN, POT_UNKNOWN for what is not in this book or out of reach;
 * refused PAYMENT_LINE_UNPAID, VOUCHER_MOVES_NOTHING, POT_OUTSIDE.
 */
export async function findSubject(sql: Sql, ask: TraceAsk): Promise<Subject> {
  const { unionId, voucherNo, moveN, receiptId, lineId } = ask;
  if (ask.potKind !== '') return findPot(sql, ask);
  if (receiptId !== '') return voucherOf(sql, unionId, await findReceipt(sql, unionId, receiptId));
  if (lineId !== '') return voucherOf(sql, unionId, await findLine(sql, unionId, lineId));
  return voucherOf(sql, unionId, voucherNo, moveN);
}

async function voucherOf(sql: Sql, unionId: string, no: number, n = 0): Promise<Subject> {
  const [found] = await sql<{ bookId: number; fen: number | null }>`
    select * from trace_subject(${unionId}, ${no}, ${n})`;
  if (!found) throw notFound('VOUCHER_UNKNOWN', { no });
  const { bookId, fen } = found;
  if (fen === null) throw refused('VOUCHER_MOVES_NOTHING', { no });
  return { bookId, wholeFen: fen, start: (from, to) => ({ no, n, from, to }) };
}

/** Receipts are in the book of the node's own union, whoever paid. */
async function findReceipt(sql: Sql, unionId: string, receiptId: string): Promise<number> {
  const [found] = await sql<{ no: number }>`
    select v.no::float8 as no from fund_receipt as r
    join book as b on b.union_id = ${unionId}
    join voucher as v on v.book_id = b.book_id and v.no = r.voucher_no
      and v.doc_kind = r.doc_kind and v.doc_id = r.slip_no
    where r.id = ${receiptId}`;
  if (!found) throw notFound('RECEIPT_UNKNOWN', { receiptId });
  return found.no;
}

async function findLine(sql: Sql, unionId: string, lineId: string): Promise<number> {
  const [found] = await sql<{ no: number | null; state: string }>`
    select voucher_no::float8 as no, state from payment_line
    where id = ${lineId} and union_id = ${unionId}`;
  if (!found) throw notFound('PAYMENT_LINE_UNKNOWN', { lineId });
  if (found.no === null) throw refused('PAYMENT_LINE_UNPAID', { state: found.state });
  return found.no;
}

async function findPot(sql: Sql, ask: TraceAsk): Promise<Subject> {
  const { unionId, potKind: kind, potKey: key, potBank: bank } = ask;
  if (kind !== '' && !isOwnPot(kind)) throw refused('POT_OUTSIDE', { kind });
  const [found] = await sql<{ bookId: number; pot: number; fen: number }>`
    select b.book_id as "bookId", p.pot_no as pot, t.in_fen::float8 as fen
    from book as b join pot as p using (book_id) join pot_total as t using (book_id, pot_no)
    where b.union_id = ${unionId} and p.kind = ${kind} and p.key = ${key} and p.bank = ${bank}`;
  if (!found || kind === '') throw notFound('POT_UNKNOWN', { kind, key, bank });
  const { bookId, pot, fen } = found;
  const ref = { kind, key, bank };
  return {
    bookId,
    wholeFen: fen,
    start: (from, to) => ({ at: from, fen: to - from, depth: 0, last: null, pot, ref, lo: from }),
  };
}
