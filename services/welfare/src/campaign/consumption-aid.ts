// Local produce that unions and their members bought to help those who make it (row 106).
import type { ConsumptionAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import type { Sql } from '../pipeline.ts';

export const AID_FORMS = ['BOUGHT_BY_UNIONS', 'BOUGHT_BY_MEMBERS', 'SOLD'] as const;

interface Find {
  id?: string | null;
  unionId?: string | null;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export async function findConsumptionAid(sql: Sql, of: Find): Promise<ConsumptionAid[]> {
  const { id = null, unionId = null, before = null, limit } = of;
  const rows = await sql<Omit<ConsumptionAid, 'amountFen'> & { amountFen: string }>`
    select a.aid_id as "aidId", a.union_id as "unionId", coalesce(u.name, '') as "unionName",
      a.aid_form as "aidForm", a.product_name as "productName", a.origin_region as "originRegion",
      a.bought_on::text as "boughtOn", a.amount_fen::text as "amountFen", a.document_no as "documentNo"
    from consumption_aid as a left join known_union as u using (union_id)
    where (${id}::uuid is null or a.aid_id = ${id}::uuid)
      and (${unionId}::uuid is null or a.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or a.aid_id < ${before}::uuid)
    order by a.aid_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) }));
}
