import type { AccessLog } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { Sql } from '../pipeline.ts';

/** Names the unions whose duties looked: whoever reads of himself must be able to tell who it was. */
export async function withScopeNames(sql: Sql, log: AccessLog): Promise<AccessLog> {
  const ids = [...new Set(log.items.map((item) => item.scopeUnionId))];
  const rows = await sql<{ unionId: string; name: string }>`
    select union_id as "unionId", name from union_state where union_id::text = any(${ids}::text[])`;
  const names = new Map(rows.map(({ unionId, name }) => [unionId, name]));
  const items = log.items.map((item) => ({
    ...item,
    scopeUnionName: names.get(item.scopeUnionId) ?? '',
  }));
  return { ...log, items };
}
