// Takes what a subordinate has said into the cells.
import type { Cell } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import {
  changedOf,
  keyColumns,
  keyText,
  type CellKey,
  type Changed,
  type ChangedRow,
  type Writing,
} from './cell.ts';

const CHUNK = 5_000;

/** How a cell comes in: `newer` leaves a higher version standing, `exactly` replaces whatever stands. */
export type Taking = 'newer' | 'exactly';

export interface Taken {
  published: Changed[];
  /** Every cell that moved, also where its year is closed and only the pending count followed. */
  moved: CellKey[];
}

/**
 * Writes cells that `subordinate` answers for; others are left out, so that no subordinate can speak for another's
 * union. In a closed year the pending count follows and the published cell stays (ADR 0009).
 */
export async function takeCells(
  writing: Writing,
  subordinate: string,
  cells: readonly Cell[],
  taking: Taking,
): Promise<Taken> {
  const newest = new Map<string, Cell & CellKey>();
  for (const cell of cells) {
    if (!isKey(cell)) continue;
    const known = newest.get(keyText(cell));
    if (!known || known.version <= cell.version) newest.set(keyText(cell), cell);
  }
  const sorted = [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  const taken: Taken = { published: [], moved: [] };
  for (let from = 0; from < sorted.length; from += CHUNK) {
    const chunk = sorted.slice(from, from + CHUNK);
    const open = chunk.filter(({ period }) => period > writing.closedThrough);
    const late = chunk.filter(({ period }) => period <= writing.closedThrough);
    const published =
      open.length > 0 ? await takePublished(writing, subordinate, open, taking) : [];
    const pending = late.length > 0 ? await takePending(writing, subordinate, late, taking) : [];
    taken.published.push(...published);
    taken.moved.push(...published, ...pending);
  }
  return taken;
}

function isKey(cell: Cell): cell is Cell & CellKey {
  return cell.scope === 'own' || cell.scope === 'subtree';
}

async function takePublished(
  { sql }: Writing,
  subordinate: string,
  cells: readonly (Cell & CellKey)[],
  taking: Taking,
): Promise<Changed[]> {
  const [unions, scopes, indicators, dims, periods] = keyColumns(cells);
  const rows = await sql<ChangedRow>`
    insert into cell as c
      (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    select s.union_id, s.scope, s.indicator, s.dims, s.period, ${subordinate}, s.value, s.version,
      s.declared
    from unnest(${unions}::uuid[], ${scopes}::text[], ${indicators}::text[], ${dims}::text[],
      ${periods}::text[], ${cells.map(({ value }) => value)}::bigint[],
      ${cells.map(({ version }) => version)}::bigint[],
      ${cells.map(({ declared }) => declared)}::boolean[])
      as s(union_id, scope, indicator, dims, period, value, version, declared)
    join reporting_union as r on r.union_id = s.union_id and r.said_by = ${subordinate}
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = excluded.value, version = excluded.version, declared = excluded.declared,
        said_by = excluded.said_by, changed_at = now()
      where c.version < excluded.version or (${taking === 'exactly'}
        and (c.value, c.version, c.declared, c.said_by)
          is distinct from (excluded.value, excluded.version, excluded.declared, excluded.said_by))
    returning union_id as "unionId", scope, indicator, dims, period, said_by as "saidBy", value,
      version, declared`;
  return rows.map(changedOf);
}

function takePending(
  { sql }: Writing,
  subordinate: string,
  cells: readonly (Cell & CellKey)[],
  taking: Taking,
): Promise<CellKey[]> {
  const [unions, scopes, indicators, dims, periods] = keyColumns(cells);
  return sql<CellKey>`
    insert into cell_pending as c
      (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    select s.union_id, s.scope, s.indicator, s.dims, s.period, ${subordinate}, s.value, s.version,
      s.declared
    from unnest(${unions}::uuid[], ${scopes}::text[], ${indicators}::text[], ${dims}::text[],
      ${periods}::text[], ${cells.map(({ value }) => value)}::bigint[],
      ${cells.map(({ version }) => version)}::bigint[],
      ${cells.map(({ declared }) => declared)}::boolean[])
      as s(union_id, scope, indicator, dims, period, value, version, declared)
    join reporting_union as r on r.union_id = s.union_id and r.said_by = ${subordinate}
    left join cell as o on o.union_id = s.union_id and o.scope = s.scope
      and o.indicator = s.indicator and o.dims = s.dims and o.period = s.period
    where o.version is null or o.version < s.version
      or (${taking === 'exactly'} and (o.value, o.version, o.declared)
        is distinct from (s.value, s.version, s.declared))
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = excluded.value, version = excluded.version, declared = excluded.declared,
        said_by = excluded.said_by
      where c.version < excluded.version or ${taking === 'exactly'}
    returning union_id as "unionId", scope, indicator, dims, period`;
}
