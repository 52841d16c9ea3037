// Whether a year is open or closed, what waits to be restated, and what was.
import type { Period } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { firstOf } from '../cell/rows.ts';
import type { Scope } from '../cell/cell.ts';
import { SENSITIVE } from '../indicator/catalogue.ts';
import type { Sql } from '../pipeline.ts';
import { instant } from '../rollup/parts.ts';

const RESTATEMENTS_MAX = 200;

interface Restated {
  atMs: string;
  reason: string;
  unionId: string;
  scope: Scope;
  indicator: string;
  dims: string;
  period: string;
  beforeValue: string;
  beforeVersion: string;
  beforeDeclared: boolean;
  afterValue: string;
  afterVersion: string;
  afterDeclared: boolean;
}

/**
 * A year is closed with every later one: a stock at the later one's end is the sum of all before it. What was corrected of
 * a sensitive indicator is not told: the difference would be a number of few.
 */
export async function readPeriod(sql: Sql, period: string): Promise<Period> {
  const state = firstOf(
    await sql<{ closedMs: string | null; pending: string }>`
      select (select extract(epoch from closed_at) * 1000
          from period where year >= ${period} order by year limit 1)::bigint as "closedMs",
        (select count(*) from cell_pending as p
         left join cell as c using (union_id, scope, indicator, dims, period)
         where p.period >= ${period} and p.period < ${period} || '.'
           and p.value <> coalesce(c.value, 0)) as pending`,
  );
  const restated = await sql<Restated>`
    select (extract(epoch from at) * 1000)::bigint as "atMs", reason, union_id as "unionId", scope, indicator, dims, period,
      before_value as "beforeValue", before_version as "beforeVersion",
      before_declared as "beforeDeclared", after_value as "afterValue",
      after_version as "afterVersion", after_declared as "afterDeclared"
    from restatement where year = ${period} and indicator <> all(${SENSITIVE}::text[]) order by id desc limit ${RESTATEMENTS_MAX}`;
  const closedAt = instant(state.closedMs);
  return {
    period,
    state: closedAt ? 'closed' : 'open',
    closedAt: closedAt?.toISOString() ?? '',
    pendingCells: Number(state.pending),
    restatements: restated.map(toRestatement),
  };
}

function toRestatement(row: Restated) {
  const { unionId, scope, indicator, dims, period } = row;
  const key = { unionId, scope, indicator, dims, period };
  return {
    at: new Date(Number(row.atMs)).toISOString(),
    reason: row.reason,
    before: {
      ...key,
      value: BigInt(row.beforeValue),
      version: BigInt(row.beforeVersion),
      declared: row.beforeDeclared,
    },
    after: {
      ...key,
      value: BigInt(row.afterValue),
      version: BigInt(row.afterVersion),
      declared: row.afterDeclared,
    },
  };
}
