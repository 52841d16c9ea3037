// A receipt that was entered or matched wrongly is taken back whole; it and its vouchers stay as they were.
import { receiptReversed } from '@gonglian/contracts/finance.ts';
import type { Receipt } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { reopenAccruals } from '../accrual/settle-accruals.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { addOutcomes } from './collection.ts';
import { viewReceipt } from './receipt.ts';
import {
  decideReversal,
  RECEIPT_REVERSED,
  reversalVouchers,
  spent,
  type Listed,
  type StandingReceipt,
} from './reversal.ts';

/** Refused RECEIPT_REVERSED, REVERSAL_BY_RECORDER, RECEIPT_IN_REFUND; RECEIPT_SPENT where its money is gone. */
export const reverseReceipt = command({
  schema: z.strictObject({ receiptId: id, reason: text(200) }),
  permission: 'finance.receipt.reverse',
  async run(tx, { receiptId, reason }): Promise<Receipt> {
    const { sql, actor, now } = tx;
    const receipt = await lockReceipt(sql, receiptId);
    decideReversal(receipt, await findListed(sql, receiptId), actor.id);
    const on = chinaDate(now);
    const said = { on, reason, makerId: actor.id };
    const numbers = await post(tx, receipt, said);
    await sql`
      update fund_receipt set reversed_no = ${numbers.at(-1) ?? 0},
        reversed_founding_no = ${numbers.length > 1 ? numbers[0] : null}, reversed_on = ${on},
        reversed_by = ${actor.id}, reversal_reason = ${reason}
      where id = ${receiptId}`;
    await reopenAccruals(tx, { cause: 'RECEIPT', sourceId: receiptId, on });
    await waitAgain(sql, receiptId);
    const view = await viewReceipt(sql, receiptId);
    const { unionId, mode, periodFrom, periodTo, fundFen, receivedFen, reversalVoucherNo } = view;
    const told = { receiptId, unionId, mode, periodFrom, periodTo, fundFen, receivedFen };
    tx.emit(receiptReversed, { ...told, reversedOn: on, voucherNo: reversalVoucherNo });
    return view;
  },
});

/** RECEIPT_UNKNOWN for one out of reach. Whoever takes it back at the same time waits here, and is refused. */
async function lockReceipt(sql: Sql, receiptId: string): Promise<StandingReceipt> {
  const [found] = await sql<StandingReceipt>`
    select id as "receiptId", slip_no as "slipNo", voucher_no::float8 as "voucherNo",
      coalesce(founding_voucher_no, 0)::float8 as "foundingVoucherNo",
      recorded_by as "recordedBy", coalesce(reversed_no, 0)::float8 as "reversedNo"
    from fund_receipt where id = ${receiptId} for update`;
  if (!found) await viewReceipt(sql, receiptId);
  return found as StandingReceipt;
}

/** What the treasury pays is on no list of small payers. */
async function findListed(sql: Sql, receiptId: string): Promise<Listed | undefined> {
  const [listed] = await sql<Listed>`
    select n.id as "refundId", n.state
    from fund_receipt as r
    join refund_line as l on l.union_id = r.union_id and l.removed_reason = ''
    join refund_run as n on n.id = l.refund_id and n.state <> 'CANCELLED'
      and r.period_to between n.period_from and n.period_to
    where r.id = ${receiptId} and r.mode <> 'FISCAL' limit 1`;
  return listed;
}

async function post(
  tx: Tx,
  receipt: StandingReceipt,
  said: Parameters<typeof reversalVouchers>[1],
): Promise<number[]> {
  const vouchers = reversalVouchers(receipt, said);
  const answers = await postVouchers(tx, nodeRootUnionId(tx.node), vouchers);
  return answers.map(({ no, refusal }) => {
    if (refusal) throw spent(refusal.code, refusal.details);
    return no;
  });
}

/** The money has come all the same: the line that brought it waits for somebody to say whose it is. */
async function waitAgain(sql: Sql, receiptId: string): Promise<void> {
  const [line] = await sql<{ collectionId: string; held: boolean; fen: number }>`
    with receipt as (
      select * from fund_receipt where id = ${receiptId} and collection_id is not null),
    waiting as (
      insert into collection_line as l (id, collection_id, row, slip_no, payer_uscc, period_from,
        period_to, wage_base_fen, amount_fen, late_fee_fen, tax_organ, received_on, code, state, union_id)
      select id, collection_id, collection_row, slip_no, payer_uscc, period_from, period_to,
        wage_base_fen, amount_fen, late_fee_fen, tax_organ, received_on, ${RECEIPT_REVERSED}, 'WAITING',
        union_id
      from receipt
      on conflict (collection_id, row) do update set state = 'WAITING', code = excluded.code,
        ledger_code = '', reason = '', resolved_by = '', version = l.version + 1)
    select collection_id as "collectionId", mode = 'PREP' as held, fund_fen::float8 as fen from receipt`;
  if (!line) return;
  await addOutcomes(sql, line.collectionId, [
    { outcome: line.held ? 'held' : 'posted', lines: -1, fen: -line.fen },
    { outcome: 'waiting', lines: 1, fen: line.fen },
  ]);
}
