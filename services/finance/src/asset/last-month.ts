import type { Month } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';

/** The last month that a union's cards were written down for; '' before the first. */
export async function readLastMonth(sql: Sql, unionId: string): Promise<Month> {
  const [row] = await sql<{ last: string }>`
    select coalesce(max(month), '') as last from asset_month where union_id = ${unionId}`;
  return row?.last ?? '';
}
