import type { Settlement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { settlementReturned } from '@gonglian/contracts/finance.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { reopenAccruals } from '../accrual/settle-accruals.ts';
import { postOne } from '../ledger/post-one.ts';
import { command } from '../pipeline.ts';
import {
  findSettlement,
  lockSettlement,
  requireDirection,
  requireState,
  settlementView,
} from './settlement.ts';

/** The bank gave a disputed payment back: its voucher is reversed, and a right one is another settlement. */
export const returnSettlement = command({
  schema: z.strictObject({ settlementId: id, expectedVersion, returnedOn: date }),
  permission: 'finance.settlement.approve',
  async run(tx, ask): Promise<Settlement> {
    const { sql, actor, node, emit } = tx;
    const row = await lockSettlement(sql, ask);
    requireDirection(row, 'OUT');
    requireState(row, 'DISPUTED');
    const { settlementId } = row;
    const { no } = await postOne(tx, nodeRootUnionId(node), {
      key: `settlement:${settlementId}:returned`,
      kind: 'SETTLEMENT',
      eventOn: ask.returnedOn,
      summary: `退回 ${row.period}`,
      docKind: 'SETTLEMENT',
      docId: settlementId,
      makerId: actor.id,
      reversesNo: row.voucherNo,
      legs: [],
      moves: [],
    });
    await reopenAccruals(tx, { cause: 'SETTLEMENT', sourceId: settlementId, on: ask.returnedOn });
    await sql`
      update settlement set state = 'RETURNED', returned_on = ${ask.returnedOn}, version = version + 1
      where settlement_id = ${settlementId}`;
    const told = { settlementId, fromNode: node, toNode: row.neighbour };
    emit(settlementReturned, { ...told, returnedOn: ask.returnedOn, voucherNo: no });
    return settlementView(await findSettlement(sql, settlementId), chinaDate(tx.now));
  },
});
