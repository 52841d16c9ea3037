import type { Sql } from '../pipeline.ts';

/** How a match of a line was last taken apart; three empty texts where none was. */
export interface Unmatch {
  unmatchedOn: string;
  unmatchedBy: string;
  unmatchReason: string;
}

const NONE: Unmatch = { unmatchedOn: '', unmatchedBy: '', unmatchReason: '' };

/** By line. */
export async function readUnmatches(
  sql: Sql,
  lineIds: readonly string[],
): Promise<(lineId: string) => Unmatch> {
  const rows = await sql<Unmatch & { lineId: string }>`
    select distinct on (line_id) line_id as "lineId",
      (unmatched_at at time zone 'Asia/Shanghai')::date::text as "unmatchedOn",
      unmatched_by as "unmatchedBy", reason as "unmatchReason"
    from statement_unmatch where line_id = any(${lineIds}::uuid[])
    order by line_id, unmatched_at desc`;
  const byLine = new Map(rows.map(({ lineId, ...unmatch }) => [lineId, unmatch]));
  return (lineId) => byLine.get(lineId) ?? NONE;
}
