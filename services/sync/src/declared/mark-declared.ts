// Marks the cells that hold declared figures, so that wherever they are shown they are known as such.
import { changedOf, type Changed, type ChangedRow, type Writing } from '../cell/cell.ts';
import type { SumKey } from '../cell/sum-root.ts';

/** Cells whose declared figure was taken back lose the mark. Answers what was published. */
export async function markDeclared(
  { sql, version, rootUnionId }: Writing,
  unionId: string,
  keys: readonly SumKey[],
): Promise<Changed[]> {
  const scope = unionId === rootUnionId ? 'own' : 'subtree';
  const columns = [
    keys.map((key) => key.indicator),
    keys.map((key) => key.dims),
    keys.map((key) => key.period),
  ];
  await sql`
    update cell_pending as c set declared = coalesce(d.value, 0) <> 0
    from unnest(${columns[0]}::text[], ${columns[1]}::text[], ${columns[2]}::text[])
      as k(indicator, dims, period)
    left join declared as d on d.union_id = ${unionId} and d.indicator = k.indicator
      and d.dims = k.dims and d.period = k.period
    where c.union_id = ${unionId} and c.scope = ${scope} and c.indicator = k.indicator
      and c.dims = k.dims and c.period = k.period`;
  const rows = await sql<ChangedRow>`
    update cell as c set declared = coalesce(d.value, 0) <> 0, version = ${version}
    from unnest(${columns[0]}::text[], ${columns[1]}::text[], ${columns[2]}::text[])
      as k(indicator, dims, period)
    left join declared as d on d.union_id = ${unionId} and d.indicator = k.indicator
      and d.dims = k.dims and d.period = k.period
    where c.union_id = ${unionId} and c.scope = ${scope} and c.indicator = k.indicator
      and c.dims = k.dims and c.period = k.period
      and c.declared <> (coalesce(d.value, 0) <> 0)
      and not exists (
        select from cell_pending as p
        where p.union_id = c.union_id and p.scope = c.scope and p.indicator = c.indicator
          and p.dims = c.dims and p.period = c.period)
    returning c.union_id as "unionId", c.scope, c.indicator, c.dims, c.period,
      c.said_by as "saidBy", c.value, c.version, c.declared`;
  return rows.map(changedOf);
}
