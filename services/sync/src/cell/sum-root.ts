// The root's subtree, summed again from its parts.
import { changedOf, keyColumns, type Changed, type ChangedRow, type Writing } from './cell.ts';
import { dropSettled } from './add.ts';

export interface SumKey {
  indicator: string;
  period: string;
  dims: string;
}

interface Sum extends SumKey {
  unionId: string;
  scope: 'subtree';
  value: string;
  declared: boolean;
}

/**
 * Sets the root's subtree of each key to own level, plus townships, plus the roots of the subordinates. Summing the
 * parts rather than adding a difference heals whatever the sum was before. Answers what was published.
 */
export async function sumRoot(writing: Writing, keys: readonly SumKey[]): Promise<Changed[]> {
  if (keys.length === 0) return [];
  const sums = await sumsOf(writing, keys);
  const late = sums.filter(({ period }) => period <= writing.closedThrough);
  const open = sums.filter(({ period }) => period > writing.closedThrough);
  if (late.length > 0) await setPending(writing, late);
  return open.length > 0 ? setPublished(writing, open) : [];
}

/** What the count says of each key, which in a closed year is not what is published. */
function sumsOf({ sql, rootUnionId }: Writing, keys: readonly SumKey[]): Promise<Sum[]> {
  return sql<Sum>`
    with part as (
      select union_id, case depth when 0 then 'own' else 'subtree' end as scope
      from reporting_union where depth <= 1)
    select ${rootUnionId}::uuid as "unionId", 'subtree' as scope, k.indicator, k.period, k.dims,
      coalesce(sum(coalesce(p.value, c.value)), 0) as value,
      coalesce(bool_or(coalesce(p.declared, c.declared)), false) as declared
    from unnest(${keys.map((key) => key.indicator)}::text[], ${keys.map((key) => key.period)}::text[],
      ${keys.map((key) => key.dims)}::text[]) as k(indicator, period, dims)
    cross join part
    left join cell as c on c.union_id = part.union_id and c.scope = part.scope
      and c.indicator = k.indicator and c.dims = k.dims and c.period = k.period
    left join cell_pending as p on p.union_id = part.union_id and p.scope = part.scope
      and p.indicator = k.indicator and p.dims = k.dims and p.period = k.period
    group by k.indicator, k.period, k.dims
    order by k.indicator, k.period, k.dims`;
}

async function setPublished({ sql, version }: Writing, sums: readonly Sum[]): Promise<Changed[]> {
  const [unions, scopes, indicators, dims, periods] = keyColumns(sums);
  const rows = await sql<ChangedRow>`
    insert into cell as c
      (union_id, scope, indicator, dims, period, said_by, value, declared, version)
    select union_id, scope, indicator, dims, period, '', value, declared, ${version}
    from unnest(${unions}::uuid[], ${scopes}::text[], ${indicators}::text[], ${dims}::text[],
      ${periods}::text[], ${sums.map(({ value }) => value)}::bigint[],
      ${sums.map(({ declared }) => declared)}::boolean[])
      as s(union_id, scope, indicator, dims, period, value, declared)
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = excluded.value, declared = excluded.declared, version = excluded.version,
        changed_at = now()
      where (c.value, c.declared) is distinct from (excluded.value, excluded.declared)
    returning union_id as "unionId", scope, indicator, dims, period, said_by as "saidBy", value,
      version, declared`;
  return rows.map(changedOf);
}

async function setPending({ sql, version }: Writing, sums: readonly Sum[]): Promise<void> {
  const [unions, scopes, indicators, dims, periods] = keyColumns(sums);
  await sql`
    insert into cell_pending
      (union_id, scope, indicator, dims, period, said_by, value, declared, version)
    select union_id, scope, indicator, dims, period, '', value, declared, ${version}
    from unnest(${unions}::uuid[], ${scopes}::text[], ${indicators}::text[], ${dims}::text[],
      ${periods}::text[], ${sums.map(({ value }) => value)}::bigint[],
      ${sums.map(({ declared }) => declared)}::boolean[])
      as s(union_id, scope, indicator, dims, period, value, declared)
    on conflict (union_id, scope, indicator, dims, period) do update
      set value = excluded.value, declared = excluded.declared, version = excluded.version`;
  await dropSettled(sql);
}
