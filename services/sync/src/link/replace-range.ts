// Repairs what is held of a subordinate's cells: one (indicator, period) replaced by what it says now.
import type { RepairWindow } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { keyColumns, type CellKey, type Scope, type Writing } from '../cell/cell.ts';
import { takeCells, type Taken } from '../cell/take.ts';

/** Cells that the subordinate does not name any more go; its own version stands, even where it is lower. */
export async function replaceRange(
  writing: Writing,
  subordinate: string,
  { indicator, period, cells }: RepairWindow,
): Promise<Taken> {
  const named = cells
    .filter((cell) => cell.indicator === indicator && cell.period === period)
    .map((cell) => ({ ...cell, scope: cell.scope as Scope }));
  const [unions, scopes, , dims] = keyColumns(named);
  const removed = await writing.sql<CellKey>`
    with named as (
      select * from unnest(${unions}::uuid[], ${scopes}::text[], ${dims}::text[])
        as n(union_id, scope, dims)),
    pending as (
      delete from cell_pending as p
      where p.said_by = ${subordinate} and p.indicator = ${indicator} and p.period = ${period}
        and (p.union_id, p.scope, p.dims) not in (select union_id, scope, dims from named)
      returning p.union_id, p.scope, p.dims),
    published as (
      delete from cell as c
      where c.said_by = ${subordinate} and c.indicator = ${indicator} and c.period = ${period}
        and (c.union_id, c.scope, c.dims) not in (select union_id, scope, dims from named)
      returning c.union_id, c.scope, c.dims)
    select union_id as "unionId", scope, ${indicator}::text as indicator, ${period}::text as period, dims
    from (select * from pending union select * from published) as gone`;
  const taken = await takeCells(writing, subordinate, named, 'exactly');
  return { published: taken.published, moved: [...taken.moved, ...removed] };
}
