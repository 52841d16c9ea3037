import type { Reading, Tx } from '../pipeline.ts';
import type { Line } from './history.ts';

/**
 * How deep a tree may be; levels allow nine on the territorial line, the industrial one has no
 * levels.
 */
const DEPTH_MAX = 64;

/**
 * One change of the tree at a time, in the whole node: two that are each right alone could make a
 * ring, or a child below a union that is ending. Held to the end of the transaction; taken before
 * anything is read.
 */
export async function lockTree(tx: Pick<Tx, 'sql'>): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('organisation.tree', 0))`;
}

/**
 * Whether `unionId` stands above `parentId`, or is it, on any day from `on`: then it cannot be put
 * below it. Each step up keeps only the days on which the whole path so far holds.
 */
export async function standsAbove(
  tx: Reading,
  line: Line,
  { unionId, parentId, on }: { unionId: string; parentId: string; on: string },
): Promise<boolean> {
  const rows = await tx.sql`
    with recursive up (union_id, during, depth) as (
      select ${parentId}::uuid, daterange(${on}::date, null), 0
      union all
      select p.parent_id, up.during * daterange(p.valid_from, p.valid_to), up.depth + 1
      from up join union_parent as p on p.union_id = up.union_id and p.line = ${line}
      where daterange(p.valid_from, p.valid_to) && up.during and up.depth < ${DEPTH_MAX}
    )
    select 1 from up where union_id = ${unionId} limit 1`;
  return rows.length > 0;
}

/** The unions below one on a line on any day from `on`, with the days between which they do. */
export async function childrenFrom(
  tx: Reading,
  line: Line,
  parentIds: readonly string[],
  on: string,
): Promise<{ unionId: string; parentId: string; since: string; until: string | null }[]> {
  return tx.sql`
    select union_id as "unionId", parent_id as "parentId", valid_from::text as since,
      valid_to::text as until
    from union_parent
    where parent_id = any(${parentIds}::uuid[]) and line = ${line}
      and daterange(valid_from, valid_to) && daterange(${on}::date, null)
    order by union_id`;
}
