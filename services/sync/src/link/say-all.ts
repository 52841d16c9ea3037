// What is said upward besides single changes: everything once, digests, and what the superior asks to hear again.
import type { RangesWanted } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { changedOf, writeCells, type ChangedRow, type Writing } from '../cell/cell.ts';
import { SAID_DEPTH, sayCells, toCell } from '../cell/tell.ts';
import type { SyncTx } from '../pipeline.ts';
import { sayDirectory } from '../tree/reporting.ts';
import { freshLeaves, rootOf, UP } from './leaves.ts';
import { sayUpward } from './say.ts';

const PAGE = 5_000;
const PAGES_MAX = 2_000;

/** Says everything to a superior that nothing was said to yet; from then on changes are said one by one. */
export async function sayEverythingOnce(tx: SyncTx): Promise<void> {
  const writing = await writeCells(tx);
  const superior = tx.own.superior?.region;
  if (superior === undefined || writing.says) return;
  await sayDirectory(writing);
  let after = { unionId: '00000000-0000-0000-0000-000000000000', scope: '', key: '' };
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const rows = await tx.sql<ChangedRow & { key: string }>`
      select c.union_id as "unionId", c.scope, c.indicator, c.dims, c.period, c.said_by as "saidBy",
        c.value, c.version, c.declared, concat_ws('|', c.indicator, c.dims, c.period) as key
      from cell as c join reporting_union as r on r.union_id = c.union_id and r.depth <= ${SAID_DEPTH}
      where (c.union_id, c.scope, concat_ws('|', c.indicator, c.dims, c.period) collate "C")
        > (${after.unionId}::uuid, ${after.scope}::text, ${after.key}::text)
      order by c.union_id, c.scope, concat_ws('|', c.indicator, c.dims, c.period) collate "C"
      limit ${PAGE}`;
    await sayCells(writing, rows.map(changedOf));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) break;
    after = last;
  }
  await sayDigest(writing);
  await tx.sql`update uplink_state set said_to = ${superior}`;
}

/** Says the root over all that was said; the lock makes it describe exactly what stands before it. */
export async function sayDigest(writing: Writing): Promise<void> {
  const leaves = await freshLeaves(writing.sql, UP);
  const cellCount = BigInt(leaves.reduce((sum, { cells }) => sum + cells, 0));
  await sayUpward(writing, [{ digest: { root: rootOf(leaves), cellCount } }]);
}

export async function sayLeaves(writing: Writing): Promise<void> {
  const leaves = await freshLeaves(writing.sql, UP);
  await sayUpward(writing, [{ leaves: { leaves } }]);
}

const RANGES_MAX = 100;
const RANGE_CELLS_MAX = 30_000;

/** Says whole ranges again, and then a digest that shows whether this was all. */
export async function sayRanges(writing: Writing, wanted: RangesWanted): Promise<void> {
  // A cell whose union the superior does not know cannot be taken, however often it is said.
  await sayDirectory(writing);
  for (const { indicator, period } of wanted.ranges.slice(0, RANGES_MAX)) {
    const rows = await writing.sql<ChangedRow>`
      select c.union_id as "unionId", c.scope, c.indicator, c.dims, c.period, c.said_by as "saidBy",
        c.value, c.version, c.declared
      from cell as c join reporting_union as r on r.union_id = c.union_id and r.depth <= ${SAID_DEPTH}
      where c.indicator = ${indicator} and c.period = ${period}
      limit ${RANGE_CELLS_MAX}`;
    const cells = rows.map((row) => toCell(changedOf(row)));
    await sayUpward(writing, [{ repair: { indicator, period, cells } }]);
  }
  await sayDigest(writing);
}
