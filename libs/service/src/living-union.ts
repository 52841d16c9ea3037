import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from './use-case.ts';

/** UNION_UNKNOWN for a union that organisation has not named, refused UNION_DISSOLVED for one that is no more. */
export async function requireLivingUnion(sql: Sql, unionId: string): Promise<void> {
  const [found] = await sql<{ dissolved: boolean }>`
    select dissolved_on is not null as dissolved from known_union where union_id = ${unionId}`;
  if (!found) throw notFound('UNION_UNKNOWN', { unionId });
  if (found.dissolved) throw refused('UNION_DISSOLVED', { unionId });
}
