// Takes what the count says now into a closed year, with a reason; both versions stay.
import type { Period } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { periodRestated } from '@gonglian/contracts/sync.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import {
  changedOf,
  writeCells,
  type Changed,
  type ChangedRow,
  type Writing,
} from '../cell/cell.ts';
import { tell } from '../cell/tell.ts';
import { command } from '../pipeline.ts';
import { year } from '../rollup/period.ts';
import { readPeriod } from './read-period.ts';

const RestatePeriod = z.strictObject({ period: year, reason: text(500) });

export const restatePeriod = command({
  schema: RestatePeriod,
  permission: 'sync.period.restate',
  async run(tx, ask): Promise<Period> {
    const { period, reason } = ask;
    const writing = await writeCells(tx);
    if (`${period}-12` > writing.closedThrough) throw refused('PERIOD_OPEN', { period });
    await keepBoth(writing, period, reason);
    const restated = await publishPending(writing, period);
    if (restated.length === 0) throw refused('NOTHING_TO_RESTATE', { period });
    tx.emit(periodRestated, { period, reason, cells: restated.length });
    await tell(writing, restated);
    return readPeriod(tx.sql, period);
  },
});

/** A cell of this node's own gets a new version; a received one keeps the version its subordinate gave it. */
async function keepBoth(
  { sql, tx, version }: Writing,
  period: string,
  reason: string,
): Promise<void> {
  await sql`
    insert into restatement (year, at, reason, union_id, scope, indicator, dims, period,
      before_value, before_version, before_declared, after_value, after_version, after_declared)
    select ${period}, ${tx.now.toISOString()}, ${reason}, p.union_id, p.scope, p.indicator, p.dims,
      p.period, coalesce(c.value, 0), coalesce(c.version, 0), coalesce(c.declared, false), p.value,
      case when p.said_by = '' then ${version}::bigint else p.version end, p.declared
    from cell_pending as p left join cell as c using (union_id, scope, indicator, dims, period)
    where p.period >= ${period} and p.period < ${period} || '.'
    order by p.period, p.indicator, p.dims, p.union_id, p.scope`;
}

async function publishPending({ sql, version }: Writing, period: string): Promise<Changed[]> {
  const rows = await sql<ChangedRow>`
    with taken as (
      delete from cell_pending where period >= ${period} and period < ${period} || '.' returning *)
    insert into cell as c
      (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    select union_id, scope, indicator, dims, period, said_by, value,
      case when said_by = '' then ${version}::bigint else version end, declared
    from taken
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = excluded.value, version = excluded.version, declared = excluded.declared,
        said_by = excluded.said_by, changed_at = now()
    returning union_id as "unionId", scope, indicator, dims, period, said_by as "saidBy", value,
      version, declared`;
  return rows.map(changedOf);
}
