import type {
  LedgerCheckResult,
  LedgerVerification,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { ASSET_CHECKS } from '../asset/asset-checks.ts';
import { CHECKPOINT_CHECKS } from '../package/checkpoint-checks.ts';
import { STATEMENT_CHECKS } from '../bank/statement-checks.ts';
import { PAYMENT_CHECKS } from '../payment/payment-checks.ts';
import { RECEIPT_CHECKS } from '../receipt/receipt-checks.ts';
import { SETTLEMENT_CHECKS } from '../settlement/settlement-checks.ts';
import { BOOK_CHECKS } from './book-checks.ts';
import { LEDGER_CHECKS, type LedgerCheck } from './ledger-checks.ts';

/** Asked at once: few enough that a statement keeps within its time. */
const SPAN = 50_000;
/** A book that is longer is verified from an export, on a machine without the database. */
const VOUCHERS_MAX = 2_000_000;

const CHECKS: readonly LedgerCheck[] = [
  ...LEDGER_CHECKS,
  ...BOOK_CHECKS,
  ...CHECKPOINT_CHECKS,
  ...RECEIPT_CHECKS,
  ...PAYMENT_CHECKS,
  ...SETTLEMENT_CHECKS,
  ...STATEMENT_CHECKS,
  ...ASSET_CHECKS,
];

export const verifyLedger = query({
  schema: z.strictObject({ unionId: id }),
  permission: 'finance.ledger-verification.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId }): Promise<LedgerVerification> {
    const [book] = await sql<{ bookId: number; lastNo: string; head: string }>`
      select b.book_id as "bookId", encode(b.head, 'hex') as head,
        greatest(b.last_no, (select max(v.no) from voucher as v where v.book_id = b.book_id)) as "lastNo"
      from book as b where b.union_id = ${unionId}`;
    // A union whose book nobody has opened has nothing that could differ.
    if (!book) return { vouchersChecked: 0n, head: '', clean: true, checks: [] };
    const { bookId, lastNo } = book;
    if (Number(lastNo) > VOUCHERS_MAX) throw refused('BOOK_TOO_LONG', { max: VOUCHERS_MAX });
    // Sums are joined with sums here. Where nobody has counted the tables yet the planner takes each for a row or two
    // and would go through one for every row of the other: minutes, for a book of a few thousand.
    await sql`select set_config('enable_nestloop', 'off', true)`;
    const checks: LedgerCheckResult[] = [];
    for (const check of CHECKS) checks.push(await runCheck(sql, check, bookId, Number(lastNo)));
    const clean = checks.every(({ ok }) => ok);
    return { vouchersChecked: BigInt(lastNo), head: book.head, clean, checks };
  },
});

async function runCheck(
  sql: Sql,
  { name, spans, find }: LedgerCheck,
  bookId: number,
  lastNo: number,
): Promise<LedgerCheckResult> {
  const step = spans ? SPAN : Math.max(lastNo, 1);
  for (let fromNo = 1; fromNo <= Math.max(lastNo, 1); fromNo += step) {
    const toNo = Math.min(fromNo + step - 1, lastNo);
    const [bad] = await find(sql, { bookId, fromNo, toNo });
    if (bad && bad.no !== null) return { check: name, ok: false, firstNo: BigInt(bad.no) };
  }
  return { check: name, ok: true, firstNo: -1n };
}
