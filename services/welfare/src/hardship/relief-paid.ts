import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';

/** What a household was paid here from that day on: earlier relief is income when it is worked out again (domain §3.2). */
export async function reliefPaidFen(sql: Sql, fileId: string, from: CalendarDate): Promise<number> {
  const [paid] = await sql<{ fen: number }>`
    select coalesce(sum(amount_fen), 0)::float8 as fen from relief_grant
    where file_id = ${fileId} and paid_on >= ${from}::date and recovered_on is null`;
  return paid?.fen ?? 0;
}
