// Goods in stock: what came in by batches and went out to visits, quantity by unit price. The database keeps a batch from
// going below zero, also where two take the last of it at once.
import type { GoodsBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export interface GoodsRow {
  batchId: string;
  unionId: string;
  unionName: string;
  goodsName: string;
  unit: string;
  unitPriceFen: number;
  quantity: number;
  remaining: number;
  donationId: string;
  receivedOn: string;
  documentNo: string;
  receivedBy: string;
}

interface Find {
  id?: string | null;
  unionId?: string | null;
  inStock?: boolean;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findGoods(sql: Sql, of: Find): Promise<GoodsRow[]> {
  const { id = null, unionId = null, inStock = false, before = null, limit } = of;
  return sql<GoodsRow>`
    select b.batch_id as "batchId", b.union_id as "unionId", coalesce(u.name, '') as "unionName",
      b.goods_name as "goodsName", b.unit, b.unit_price_fen::float8 as "unitPriceFen", b.quantity, b.remaining,
      coalesce(b.donation_id::text, '') as "donationId", b.received_on::text as "receivedOn",
      b.document_no as "documentNo", b.received_by as "receivedBy"
    from goods_batch as b left join known_union as u using (union_id)
    where (${id}::uuid is null or b.batch_id = ${id}::uuid)
      and (${unionId}::uuid is null or b.union_id = ${unionId}::uuid)
      and (not ${inStock}::boolean or b.remaining > 0)
      and (${before}::uuid is null or b.batch_id < ${before}::uuid)
    order by b.batch_id desc limit ${limit}`;
}

/** GOODS_UNKNOWN for a batch out of reach. */
export async function readGoods(sql: Sql, batchId: string): Promise<GoodsRow> {
  const [row] = await findGoods(sql, { id: batchId, limit: 1 });
  if (!row) throw notFound('GOODS_UNKNOWN', { batchId });
  return row;
}

export function goodsView(row: GoodsRow): GoodsBatch {
  return {
    ...row,
    unitPriceFen: BigInt(row.unitPriceFen),
    remainingFen: BigInt(row.remaining) * BigInt(row.unitPriceFen),
  };
}

interface Out {
  visitId: string;
  unionId: string;
  on: string;
  by: string;
  goods: readonly { batchId: string; quantity: number }[];
}

/**
 * Takes goods of the visiting union out of stock. Answers what they are worth. GOODS_UNKNOWN for a batch that is not its own,
 * refused GOODS_SHORT with what is left.
 */
export async function takeGoods(sql: Sql, out: Out): Promise<number> {
  if (out.goods.length === 0) return 0;
  // Always in one order: two visits that take of the same batches wait, and do not block one another.
  const sorted = out.goods.toSorted((a, b) => (a.batchId < b.batchId ? -1 : 1));
  const ids = sorted.map(({ batchId }) => batchId);
  const held = await sql<{ batchId: string; remaining: number }>`
    select batch_id as "batchId", remaining from goods_batch
    where batch_id = any(${ids}::uuid[]) and union_id = ${out.unionId} order by batch_id for update`;
  const left = new Map(held.map(({ batchId, remaining }) => [batchId, remaining]));
  for (const { batchId, quantity } of sorted) {
    const remaining = left.get(batchId);
    if (remaining === undefined) throw notFound('GOODS_UNKNOWN', { batchId });
    if (quantity > remaining) throw refused('GOODS_SHORT', { batchId, remaining });
  }
  const quantities = sorted.map(({ quantity }) => quantity);
  await sql`
    update goods_batch as b set remaining = b.remaining - o.quantity
    from unnest(${ids}::uuid[], ${quantities}::int[]) as o(batch_id, quantity) where b.batch_id = o.batch_id`;
  const moved = await sql<{ fen: number }>`
    insert into goods_movement (movement_id, batch_id, union_id, kind, quantity, amount_fen, visit_id, moved_on, moved_by)
    select o.id, b.batch_id, b.union_id, 'OUT', o.quantity, o.quantity * b.unit_price_fen, ${out.visitId}::uuid,
      ${out.on}::date, ${out.by}::text
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[], ${quantities}::int[]) as o(id, batch_id, quantity)
    join goods_batch as b using (batch_id) returning amount_fen::float8 as fen`;
  return moved.reduce((sum, { fen }) => sum + fen, 0);
}

/** What a visit took that was none goes back into its batches. */
export async function returnGoods(
  sql: Sql,
  { visitId, on, by }: { visitId: string; on: string; by: string },
): Promise<void> {
  const taken = await sql<{ batchId: string; quantity: number }>`
    select batch_id as "batchId", quantity from goods_movement
    where visit_id = ${visitId} and kind = 'OUT' order by batch_id`;
  const ids = taken.map(({ batchId }) => batchId);
  const quantities = taken.map(({ quantity }) => quantity);
  await sql`select from goods_batch where batch_id = any(${ids}::uuid[]) order by batch_id for update`;
  await sql`
    update goods_batch as b set remaining = b.remaining + o.quantity
    from unnest(${ids}::uuid[], ${quantities}::int[]) as o(batch_id, quantity) where b.batch_id = o.batch_id`;
  await sql`
    insert into goods_movement (movement_id, batch_id, union_id, kind, quantity, amount_fen, visit_id, moved_on, moved_by)
    select o.id, b.batch_id, b.union_id, 'BACK', o.quantity, o.quantity * b.unit_price_fen, ${visitId}::uuid,
      ${on}::date, ${by}::text
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[], ${quantities}::int[]) as o(id, batch_id, quantity)
    join goods_batch as b using (batch_id)`;
}
