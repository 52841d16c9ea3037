import type { RecuperationGuests } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import type { Sql } from '../pipeline.ts';

/** The newest first. */
export async function findGuests(
  sql: Sql,
  of: { id?: string; baseId?: string | null; before?: string | null; limit: number },
): Promise<RecuperationGuests[]> {
  const { id = null, baseId = null, before = null, limit } = of;
  type Row = Omit<RecuperationGuests, 'takingsFen'> & { takingsFen: number };
  const rows = await sql<Row>`
    select g.guests_id as "guestsId", g.base_id as "baseId", b.name as "baseName", g.union_id as "unionId", g.month,
      g.from_region_code as "fromRegionCode", g.guests, g.takings_fen::float8 as "takingsFen"
    from recuperation_guests as g join recuperation_base as b using (base_id)
    where (${id}::uuid is null or g.guests_id = ${id}::uuid)
      and (${baseId}::uuid is null or g.base_id = ${baseId}::uuid)
      and (${before}::uuid is null or g.guests_id < ${before}::uuid)
    order by g.guests_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, takingsFen: BigInt(row.takingsFen) }));
}
