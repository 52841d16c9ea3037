// A match that was a mistake is taken apart. Who had matched, who took it apart and why stays; no machine puts it together
// again, since what a person has decided another person changes.
import type { MatchedBankLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { lockLine } from './lock-line.ts';
import { reopenPayments } from './reconcile-payments.ts';

/** A voucher that the line is, and the payment that it proves, where it does. */
interface Proved {
  voucherNo: number;
  batchNo: string | null;
  state: string | null;
}

/** Refused LINE_NOT_MATCHED; PAYMENT_IS_CLOSED where it proves a payment that is closed. */
export function decideUnmatch(vouchers: readonly Proved[]): void {
  if (vouchers.length === 0) throw refused('LINE_NOT_MATCHED');
  const closed = vouchers.find(({ state }) => state === 'CLOSED');
  if (closed) throw refused('PAYMENT_IS_CLOSED', { batchNo: closed.batchNo });
}

export const unmatchBankLine = command({
  schema: z.strictObject({ lineId: id, reason: text(200) }),
  permission: 'finance.bank.import',
  async run({ sql, actor, now }, { lineId, reason }): Promise<MatchedBankLine> {
    const { unionId, amountFen } = await lockLine(sql, lineId);
    const vouchers = await readProved(sql, lineId);
    decideUnmatch(vouchers);
    const nos = [...new Set(vouchers.map(({ voucherNo }) => voucherNo))];
    await sql`
      insert into statement_unmatch (line_id, union_id, voucher_no, leg_n, matched_by, matched_at, unmatched_by,
        unmatched_at, reason)
      select line_id, union_id, voucher_no, leg_n, matched_by, matched_at, ${actor.id}, ${now}, ${reason}
      from statement_match where line_id = ${lineId}`;
    await sql`delete from statement_match where line_id = ${lineId}`;
    await reopenPayments(sql, unionId, nos);
    return { lineId, amountFen: BigInt(amountFen), voucherNos: nos.map(BigInt) };
  },
});

/** The payments are locked: none of them is closed meanwhile. */
async function readProved(sql: Sql, lineId: string): Promise<Proved[]> {
  await sql`
    select from payment where id in (
      select l.payment_id from statement_match as m
      join payment_line as l on l.union_id = m.union_id and l.voucher_no = m.voucher_no
      where m.line_id = ${lineId}) order by id for update`;
  return sql<Proved>`
    select m.voucher_no::float8 as "voucherNo", p.batch_no as "batchNo", p.state
    from statement_match as m
    left join payment_line as l on l.union_id = m.union_id and l.voucher_no = m.voucher_no
    left join payment as p on p.id = l.payment_id
    where m.line_id = ${lineId} order by m.voucher_no`;
}
