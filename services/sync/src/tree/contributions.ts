// What movements of unions add to the cells of the reporting unions they count in.
import { isStock, STOCKS } from '../indicator/catalogue.ts';
import type { Movement } from '../indicator/movements.ts';
import type { Sql } from '../pipeline.ts';
import { FOR_GOOD } from './lines.ts';
import type { Segment } from './placement.ts';

export interface Contribution {
  reportingUnionId: string;
  indicator: string;
  period: string;
  dims: string;
  delta: bigint;
}

/**
 * A flow counts where the union stood in its month. A stock goes on: what was added in an earlier month moves with the
 * union each time it moves, out of the one's net change and into the other's, in the month of the move (ADR 0006).
 */
export function placed(
  movements: readonly Movement[],
  segments: ReadonlyMap<string, readonly Segment[]>,
): Contribution[] {
  const made: Contribution[] = [];
  for (const { unionId, indicator, period, dims, delta } of movements) {
    for (const segment of segments.get(unionId) ?? []) {
      const { reportingUnionId, fromMonth, toMonth } = segment;
      if (toMonth <= period) continue;
      const cell = { reportingUnionId, indicator, dims };
      if (fromMonth <= period) made.push({ ...cell, period, delta });
      if (!isStock(indicator)) continue;
      if (fromMonth > period) made.push({ ...cell, period: fromMonth, delta });
      if (toMonth < FOR_GOOD) made.push({ ...cell, period: toMonth, delta: -delta });
    }
  }
  return made;
}

/** The same over all that the given unions have counted, as they are placed now. */
export async function standingContributions(
  sql: Sql,
  unionIds: readonly string[],
): Promise<Contribution[]> {
  if (unionIds.length === 0) return [];
  const rows = await sql<Omit<Contribution, 'delta'> & { delta: string }>`
    with kept as (
      select c.indicator, c.dims, c.period, c.value, p.reporting_union_id, p.from_month, p.to_month,
        c.indicator = any(${STOCKS}::text[]) as stock
      from union_cell as c
      join placement as p on p.union_id = c.union_id and p.to_month > c.period
      where c.union_id = any(${unionIds}::uuid[]))
    select reporting_union_id as "reportingUnionId", indicator, dims, period, sum(delta) as delta
    from (
      select reporting_union_id, indicator, dims, greatest(period, from_month) as period, value as delta
      from kept where stock or from_month <= period
      union all
      select reporting_union_id, indicator, dims, to_month, -value
      from kept where stock and to_month < ${FOR_GOOD}) as moved
    group by reporting_union_id, indicator, dims, period having sum(delta) <> 0`;
  return rows.map((row) => ({ ...row, delta: BigInt(row.delta) }));
}

/** The contributions taken back. */
export function negated(contributions: readonly Contribution[]): Contribution[] {
  return contributions.map((each) => ({ ...each, delta: -each.delta }));
}
