import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { comeBySettlement, settleAccruals } from '../accrual/settle-accruals.ts';
import { amountFen } from '../amount.ts';
import { postOne } from '../ledger/post-one.ts';
import { command } from '../pipeline.ts';
import { bank } from './settlement-fields.ts';
import {
  decideReceipt,
  findSettlement,
  lockSettlement,
  requireDirection,
  settlementView,
} from './settlement.ts';
import { receivedVoucher } from './settlement-voucher.ts';
import { tellAnswer } from './tell-answer.ts';

/** The bank has credited it: the second leg, posted and told in one transaction. */
export const receiveSettlement = command({
  schema: z.strictObject({
    settlementId: id,
    expectedVersion,
    receivedOn: date,
    receivedFen: amountFen,
    bank,
  }),
  permission: 'finance.settlement.receive',
  async run(tx, ask): Promise<Settlement> {
    const { sql, actor, node, own } = tx;
    const row = await lockSettlement(sql, ask);
    requireDirection(row, 'IN');
    decideReceipt(row, ask.receivedFen, ask.receivedOn);
    const signed = { bank: ask.bank, on: ask.receivedOn, makerId: actor.id };
    const voucher = receivedVoucher(row, { level: own.level, ...signed });
    const { no } = await postOne(tx, nodeRootUnionId(node), voucher);
    await sql`
      update settlement set state = 'RECEIVED', bank = ${ask.bank}, answered_on = ${ask.receivedOn},
        received_fen = ${ask.receivedFen}, reason_code = '', voucher_no = ${no}, version = version + 1
      where settlement_id = ${row.settlementId}`;
    const paid = { on: ask.receivedOn, bank: ask.bank, voucherNo: Number(no) };
    await settleAccruals(tx, comeBySettlement(row, paid));
    const received = await findSettlement(sql, row.settlementId);
    tellAnswer(tx, received);
    return settlementView(received, chinaDate(tx.now));
  },
});
