import type { GoodsBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id, optionalId, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { goodsView, readGoods } from './goods.ts';

const QUANTITY_MAX = 1_000_000;
const EARLIEST = '2000-01-01';

/** Goods came in: bought, or a gift, of which no more comes in than was given. Refused GOODS_WORTH_TOO_MUCH. */
export const receiveGoods = command({
  schema: z.strictObject({
    unionId: id,
    goodsName: text(60),
    unit: text(10),
    unitPriceFen: amountFen,
    quantity: z.int().min(1, 'not_positive').max(QUANTITY_MAX, 'too_large'),
    donationId: optionalId,
    receivedOn: date,
    documentNo: text(80),
  }),
  permission: 'welfare.goods.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now }, ask): Promise<GoodsBatch> {
    decideDay(ask.receivedOn, EARLIEST, chinaDate(now));
    await requireLivingUnion(sql, ask.unionId);
    const worth = ask.unitPriceFen * ask.quantity;
    if (worth > FEN_MAX) throw refused('GOODS_WORTH_TOO_MUCH', { maxFen: FEN_MAX });
    if (ask.donationId) await requireGiven(sql, ask, worth);
    const batchId = newId();
    await sql`
      insert into goods_batch (batch_id, union_id, goods_name, unit, unit_price_fen, quantity, remaining, donation_id,
        received_on, document_no, received_by)
      values (${batchId}, ${ask.unionId}, ${ask.goodsName}, ${ask.unit}, ${ask.unitPriceFen}, ${ask.quantity},
        ${ask.quantity}, nullif(${ask.donationId}, '')::uuid, ${ask.receivedOn}, ${ask.documentNo}, ${actor.id})`;
    await sql`
      insert into goods_movement (movement_id, batch_id, union_id, kind, quantity, amount_fen, moved_on, moved_by)
      values (${newId()}, ${batchId}, ${ask.unionId}, 'IN', ${ask.quantity}, ${worth}, ${ask.receivedOn},
        ${actor.id})`;
    return goodsView(await readGoods(sql, batchId));
  },
});

/** DONATION_UNKNOWN for one of another union; refused DONATION_SPENT with what of it has not come in yet. */
async function requireGiven(
  sql: Sql,
  { donationId, unionId }: { donationId: string; unionId: string },
  worth: number,
): Promise<void> {
  const [given] = await sql<{ fen: number }>`
    select goods_fen::float8 as fen from donation
    where donation_id = ${donationId} and union_id = ${unionId} for update`;
  if (!given) throw notFound('DONATION_UNKNOWN', { donationId });
  const [stocked] = await sql<{ fen: number }>`
    select coalesce(sum(quantity * unit_price_fen), 0)::float8 as fen from goods_batch
    where donation_id = ${donationId}`;
  const leftFen = given.fen - (stocked?.fen ?? 0);
  if (worth > leftFen) throw refused('DONATION_SPENT', { leftFen });
}
