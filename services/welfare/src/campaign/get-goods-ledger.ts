import type {
  GoodsLedger,
  GoodsMovement,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { goodsView, readGoods } from './goods.ts';

/** A batch goes out to no more visits than it has pieces; more than this nobody reads. */
const MOVEMENTS_MAX = 2_000;

/** What came in and went out of a batch, with what was there after each. */
export const getGoodsLedger = query({
  schema: z.strictObject({ batchId: id }),
  permission: 'welfare.goods.read',
  async run({ sql }, { batchId }): Promise<GoodsLedger> {
    const batch = await readGoods(sql, batchId);
    const rows = await sql<Omit<GoodsMovement, 'amountFen'> & { amountFen: string }>`
      select kind as "movementKind", quantity, amount_fen::text as "amountFen",
        coalesce(visit_id::text, '') as "visitId", moved_on::text as "movedOn", moved_by as "movedBy",
        (sum(case kind when 'OUT' then -quantity else quantity end) over (order by movement_id))::int as balance
      from goods_movement where batch_id = ${batchId} order by movement_id limit ${MOVEMENTS_MAX}`;
    return {
      batch: goodsView(batch),
      movements: rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) })),
    };
  },
});
