// Adds what this node counted to its own cells.
import type { Contribution } from '../tree/contributions.ts';
import {
  changedOf,
  keyColumns,
  keyText,
  type CellKey,
  type Changed,
  type ChangedRow,
  type Scope,
  type Writing,
} from './cell.ts';

interface Delta extends CellKey {
  delta: bigint;
}

/**
 * Adds contributions to the cells of their reporting unions and to the root's subtree, where those of one cell that
 * moves between reporting unions cancel. In a closed year only the pending count follows. Answers what was published.
 */
export async function addContributions(
  writing: Writing,
  contributions: readonly Contribution[],
): Promise<Changed[]> {
  const deltas = toDeltas(contributions, writing.rootUnionId);
  const open = deltas.filter(({ period }) => period > writing.closedThrough);
  const late = deltas.filter(({ period }) => period <= writing.closedThrough);
  if (late.length > 0) await addPending(writing, late);
  return open.length > 0 ? addPublished(writing, open) : [];
}

/** In the order of their keys, since two writers that lock rows must lock them in one order. */
export function toDeltas(contributions: readonly Contribution[], rootUnionId: string): Delta[] {
  const deltas = new Map<string, Delta>();
  const add = (unionId: string, scope: Scope, contribution: Contribution): void => {
    const { indicator, period, dims, delta } = contribution;
    const cell: Delta = { unionId, scope, indicator, period, dims, delta };
    const known = deltas.get(keyText(cell));
    if (known) known.delta += delta;
    else deltas.set(keyText(cell), cell);
  };
  for (const each of contributions) {
    const atRoot = each.reportingUnionId === rootUnionId;
    add(each.reportingUnionId, atRoot ? 'own' : 'subtree', each);
    add(rootUnionId, 'subtree', each);
  }
  return [...deltas]
    .filter(([, { delta }]) => delta !== 0n)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}

async function addPublished(
  { sql, version }: Writing,
  deltas: readonly Delta[],
): Promise<Changed[]> {
  const [unions, scopes, indicators, dims, periods] = keyColumns(deltas);
  const rows = await sql<ChangedRow>`
    insert into cell as c
      (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    select union_id, scope, indicator, dims, period, '', delta, ${version}, false
    from unnest(${unions}::uuid[], ${scopes}::text[], ${indicators}::text[], ${dims}::text[],
      ${periods}::text[], ${deltas.map(({ delta }) => delta)}::bigint[])
      as d(union_id, scope, indicator, dims, period, delta)
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = c.value + excluded.value, version = excluded.version, changed_at = now()
    returning union_id as "unionId", scope, indicator, dims, period, said_by as "saidBy", value,
      version, declared`;
  return rows.map(changedOf);
}

async function addPending({ sql, version }: Writing, deltas: readonly Delta[]): Promise<void> {
  const [unions, scopes, indicators, dims, periods] = keyColumns(deltas);
  await sql`
    insert into cell_pending
      (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    select d.union_id, d.scope, d.indicator, d.dims, d.period, '',
      coalesce(p.value, c.value, 0) + d.delta, ${version}, coalesce(p.declared, c.declared, false)
    from unnest(${unions}::uuid[], ${scopes}::text[], ${indicators}::text[], ${dims}::text[],
      ${periods}::text[], ${deltas.map(({ delta }) => delta)}::bigint[])
      as d(union_id, scope, indicator, dims, period, delta)
    left join cell as c using (union_id, scope, indicator, dims, period)
    left join cell_pending as p using (union_id, scope, indicator, dims, period)
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = excluded.value, version = excluded.version`;
  await dropSettled(sql);
}

/** A pending count that came back to what is published is pending no more. */
export async function dropSettled(sql: Writing['sql']): Promise<void> {
  await sql`
    delete from cell_pending as p using cell as c
    where (c.union_id, c.scope, c.indicator, c.dims, c.period)
        = (p.union_id, p.scope, p.indicator, p.dims, p.period)
      and c.value = p.value and c.declared = p.declared
      and (p.said_by = '' or c.version = p.version)`;
}
