// What is stored against what it must be, each check in one statement over one snapshot. None of them uses the
// statements that wrote the cells: the tree is walked from the root down, and a stock is told by who came and who left.
import type { CellDifference } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { STOCKS } from '../indicator/catalogue.ts';
import type { Sql } from '../pipeline.ts';
import { EVER, FOR_GOOD } from '../tree/lines.ts';

export const DIFFERENCES_MAX = 1_000;

interface Row {
  unionId: string;
  scope: string;
  indicator: string;
  period: string;
  dims: string;
  stored: string;
  recounted: string;
}

function toDifferences(rows: readonly Row[], check: string): CellDifference[] {
  return rows.map(({ stored, recounted, ...key }) => ({
    ...key,
    stored: BigInt(stored),
    recounted: BigInt(recounted),
    check,
  }));
}

/** Each union's own numbers against the records. */
export async function compareRecords(sql: Sql, run: string): Promise<CellDifference[]> {
  const rows = await sql<Row>`
    with records as (
      select union_id, indicator, dims, period, sum(value) as value
      from recount where run = ${run} group by union_id, indicator, dims, period)
    select union_id as "unionId", 'own' as scope, indicator, period, dims,
      coalesce(c.value, 0) as stored, coalesce(r.value, 0) as recounted
    from records as r full join union_cell as c using (union_id, indicator, dims, period)
    where coalesce(c.value, 0) <> coalesce(r.value, 0)
    order by period, indicator, dims, union_id limit ${DIFFERENCES_MAX}`;
  return toDifferences(rows, 'records');
}

/** The own level of the root and the townships against the unions that stood in them, month by month. */
export async function compareUnits(sql: Sql, rootUnionId: string): Promise<CellDifference[]> {
  const rows = await sql<Row>`
    with recursive stood as (
      select ${rootUnionId}::uuid as union_id, ${rootUnionId}::uuid as unit,
        ${EVER}::text collate "C" as since, ${FOR_GOOD}::text collate "C" as until, 0 as depth
      union all
      select p.union_id,
        case when s.unit <> ${rootUnionId}::uuid then s.unit
          when n.reporting then p.union_id else s.unit end,
        greatest(s.since, p.from_month), least(s.until, p.to_month), s.depth + 1
      from stood as s
      join union_parent as p on p.parent_id = s.union_id
        and greatest(s.since, p.from_month) < least(s.until, p.to_month)
      left join union_node as n on n.id = p.union_id
      where s.depth < 20 and p.union_id <> ${rootUnionId}::uuid),
    homeless as (
      select distinct c.union_id, ${rootUnionId}::uuid as unit, ${EVER}::text collate "C" as since,
        ${FOR_GOOD}::text collate "C" as until
      from union_cell as c where not exists (select from stood as s where s.union_id = c.union_id)),
    spells as (select union_id, unit, since, until from stood union all select * from homeless),
    came as (
      select s.unit, c.indicator, c.dims, s.since as period, c.value
      from spells as s join union_cell as c on c.union_id = s.union_id and c.period < s.since
      where s.since > ${EVER} and c.indicator = any(${STOCKS}::text[])),
    went as (
      select s.unit, c.indicator, c.dims, s.until as period, -c.value as value
      from spells as s join union_cell as c on c.union_id = s.union_id and c.period < s.until
      where s.until < ${FOR_GOOD} and c.indicator = any(${STOCKS}::text[])),
    here as (
      select s.unit, c.indicator, c.dims, c.period, c.value
      from union_cell as c join spells as s
        on s.union_id = c.union_id and s.since <= c.period and c.period < s.until),
    counted as (
      select unit, case when unit = ${rootUnionId}::uuid then 'own' else 'subtree' end as scope,
        indicator, dims, period, sum(value) as value
      from (
        select * from here union all select * from came union all select * from went
        union all select union_id, indicator, dims, period, value from declared) as every
      group by unit, indicator, dims, period),
    kept as (
      select union_id as unit, scope, indicator, dims, period, value from counted_cell
      where said_by = '' and not (union_id = ${rootUnionId}::uuid and scope = 'subtree'))
    select unit as "unionId", scope, indicator, period, dims, coalesce(k.value, 0) as stored,
      coalesce(c.value, 0) as recounted
    from counted as c full join kept as k using (unit, scope, indicator, dims, period)
    where coalesce(k.value, 0) <> coalesce(c.value, 0)
    order by period, indicator, dims, unit limit ${DIFFERENCES_MAX}`;
  return toDifferences(rows, 'units');
}

/** The root's subtree against its parts, as they are counted and, where a year is closed, as they are published. */
export async function compareParts(sql: Sql, rootUnionId: string): Promise<CellDifference[]> {
  const rows = await sql<Row>`
    with sides as (
      select 'counted' as side, union_id, scope, indicator, dims, period, value from counted_cell
      union all
      select 'published', union_id, scope, indicator, dims, period, value from cell
      where period <= (select max(year) || '-12' from period)),
    parts as (
      select s.side, s.indicator, s.dims, s.period, sum(s.value) as value
      from sides as s join reporting_union as r on r.union_id = s.union_id
      where (r.depth = 0 and s.scope = 'own') or (r.depth = 1 and s.scope = 'subtree')
      group by s.side, s.indicator, s.dims, s.period),
    whole as (
      select side, indicator, dims, period, value from sides
      where union_id = ${rootUnionId}::uuid and scope = 'subtree')
    select distinct ${rootUnionId}::uuid as "unionId", 'subtree' as scope, indicator, period, dims,
      coalesce(w.value, 0) as stored, coalesce(p.value, 0) as recounted
    from parts as p full join whole as w using (side, indicator, dims, period)
    where coalesce(w.value, 0) <> coalesce(p.value, 0)
    order by period, indicator, dims limit ${DIFFERENCES_MAX}`;
  return toDifferences(rows, 'parts');
}

/** The years that pages are read from, against the months they are made of. */
export async function compareYears(sql: Sql): Promise<CellDifference[]> {
  const rows = await sql<Row>`
    with made as (
      select union_id, scope, indicator, dims, left(period, 4) as period, sum(value) as value
      from cell group by union_id, scope, indicator, dims, left(period, 4)
      union all
      select union_id, scope, indicator, dims, period, value from cell where value <> 0),
    kept as (
      select union_id, scope, indicator, dims, year as period, value from cell_year
      union all
      select y.union_id, y.scope, y.indicator, y.dims, y.year || '-' || lpad(m.n::text, 2, '0'), m.value
      from cell_year as y, unnest(y.months) with ordinality as m(value, n) where m.value <> 0)
    select union_id as "unionId", scope, indicator, period, dims,
      coalesce(k.value, 0) as stored, coalesce(m.value, 0) as recounted
    from made as m full join kept as k using (union_id, scope, indicator, dims, period)
    where coalesce(k.value, 0) <> coalesce(m.value, 0)
    order by period, indicator, dims, union_id limit ${DIFFERENCES_MAX}`;
  return toDifferences(rows, 'parts');
}
