// Where a trace begins in the book: the moves that are meant, or a pot.
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { isOwnPot } from '../ledger/check-voucher.ts';
import type { Sql } from '../pipeline.ts';
import type { Start } from './read-way.ts';
import type { TraceAsk } from './trace-fields.ts';

/** RECEIPT_UNKNOWN, PAYMENT_LINE_UNKNOWN for what is not in this book or out of reach; refused PAYMENT_LINE_UNPAID, POT_OUTSIDE. */
export async function findStart(sql: Sql, ask: TraceAsk): Promise<Start> {
  const { unionId, voucherNo: no, moveN: n, receiptId, lineId } = ask;
  const { potKind: kind, potKey: key, potBank: bank } = ask;
  if (kind !== '' && !isOwnPot(kind)) throw refused('POT_OUTSIDE', { kind });
  if (kind !== '') return { pot: { kind, key, bank } };
  if (receiptId !== '') return { no: await findReceipt(sql, unionId, receiptId), n: 0 };
  if (lineId !== '') return { no: await findLine(sql, unionId, lineId), n: 0 };
  return { no, n };
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
