import type { RecuperationRoute } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import type { Sql } from '../pipeline.ts';

/** The newest first. */
export function findRoutes(
  sql: Sql,
  of: { id?: string; before?: string | null; limit: number },
): Promise<RecuperationRoute[]> {
  const { id = null, before = null, limit } = of;
  return sql<RecuperationRoute>`
    select r.route_id as "routeId", r.union_id as "unionId", u.name as "unionName", r.name as "routeName", r.days,
      r.base_ids::text[] as "baseIds", r.published_on::text as "publishedOn", r.document_no as "documentNo"
    from recuperation_route as r join known_union as u using (union_id)
    where (${id}::uuid is null or r.route_id = ${id}::uuid)
      and (${before}::uuid is null or r.route_id < ${before}::uuid)
    order by r.route_id desc limit ${limit}`;
}
