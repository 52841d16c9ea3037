import { memberNumber } from '@gonglian/kernel/member-number.ts';
import type { Sql } from '../pipeline.ts';

/**
 * So many new member numbers of one year, in order. The year's counter stays locked until the
 * transaction ends: draw late. A transaction that fails gives its numbers back.
 */
export async function drawMemberNumbers(
  sql: Sql,
  regionCode: string,
  year: number,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const [drawn] = await sql<{ last: number }>`
    insert into member_sequence as s (year, last) values (${year}, ${count})
    on conflict (year) do update set last = s.last + ${count} returning last`;
  const first = (drawn?.last ?? 0) - count + 1;
  return Array.from({ length: count }, (_, at) => memberNumber(regionCode, year, first + at));
}
