// The union whose fund a receipt is.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

/** UNION_UNKNOWN for one that organisation has not named; refused UNION_CLOSED where it was dissolved by that day. */
export async function requirePayee(
  sql: Sql,
  unionId: string,
  receivedOn?: CalendarDate,
): Promise<void> {
  const [union] = await sql<{ dissolvedOn: CalendarDate | null }>`
    select dissolved_on::text as "dissolvedOn" from known_union where union_id = ${unionId}`;
  if (!union) throw notFound('UNION_UNKNOWN', { unionId });
  const { dissolvedOn } = union;
  if (receivedOn !== undefined && dissolvedOn && dissolvedOn <= receivedOn) {
    throw refused('UNION_CLOSED', { dissolvedOn });
  }
}
