// A base of recuperation as it is kept and as the API shows it.
import type { RecuperationBase } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const BASE_LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;

/** The newest first; those that stand on a day where one is given. */
export function findBases(
  sql: Sql,
  of: { id?: string; onDate?: string | null; before?: string | null; limit: number },
): Promise<RecuperationBase[]> {
  const { id = null, onDate = null, before = null, limit } = of;
  return sql<RecuperationBase>`
    select b.base_id as "baseId", b.union_id as "unionId", u.name as "unionName", b.name as "baseName",
      b.level as "baseLevel", b.region_code as "regionCode", b.address, b.capacity,
      b.accredited_on::text as "accreditedOn", b.expires_on::text as "expiresOn",
      b.document_no as "documentNo", coalesce(b.ended_on::text, '') as "endedOn",
      b.end_reason as "endReason", b.version
    from recuperation_base as b join known_union as u using (union_id)
    where (${id}::uuid is null or b.base_id = ${id}::uuid)
      and (${onDate}::date is null or (${onDate}::date between b.accredited_on and b.expires_on
        and (b.ended_on is null or ${onDate}::date < b.ended_on)))
      and (${before}::uuid is null or b.base_id < ${before}::uuid)
    order by b.base_id desc limit ${limit}`;
}

/** RECUPERATION_BASE_UNKNOWN for one that is not known. */
export async function readBaseRow(sql: Sql, baseId: string): Promise<RecuperationBase> {
  const [row] = await findBases(sql, { id: baseId, limit: 1 });
  if (!row) throw notFound('RECUPERATION_BASE_UNKNOWN', { baseId });
  return row;
}
