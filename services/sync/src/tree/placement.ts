// Where unions count: the topmost reporting union above each, else the root, by the tree at the end of each month.
import type { Sql } from '../pipeline.ts';
import { EVER, FOR_GOOD } from './lines.ts';

export interface Segment {
  unionId: string;
  reportingUnionId: string;
  fromMonth: string;
  toMonth: string;
}

/** The given unions and all that ever stood below them. */
export async function withDescendants(sql: Sql, unionIds: readonly string[]): Promise<string[]> {
  if (unionIds.length === 0) return [];
  const rows = await sql<{ id: string }>`
    with recursive below as (
      select id from unnest(${unionIds}::uuid[]) as given(id)
      union
      select p.union_id from below as b join union_parent as p on p.parent_id = b.id)
    select id from below`;
  return rows.map(({ id }) => id);
}

/**
 * Places the unions anew. The climb follows each link through the months it stood for, so its ends divide all of time;
 * the last reporting union passed on the way up is the topmost. A line that does not reach the root yet, because its
 * facts are still to come, counts at the root until they do.
 */
export async function place(
  sql: Sql,
  rootUnionId: string,
  unionIds: readonly string[],
): Promise<void> {
  if (unionIds.length === 0) return;
  await sql`delete from placement where union_id = any(${unionIds}::uuid[])`;
  await sql`
    with recursive climb as (
      select g.id as union_id, g.id as at, ${EVER}::text collate "C" as from_month,
        ${FOR_GOOD}::text collate "C" as to_month,
        case when n.reporting and g.id <> ${rootUnionId}::uuid then g.id end as passed, 0 as steps
      from unnest(${unionIds}::uuid[]) as g(id) left join union_node as n on n.id = g.id
      union all
      select c.union_id, p.parent_id, greatest(c.from_month, p.from_month),
        least(c.to_month, p.to_month),
        case when n.reporting and n.id <> ${rootUnionId}::uuid then n.id else c.passed end,
        c.steps + 1
      from climb as c
      join union_parent as p on p.union_id = c.at
        and p.from_month < c.to_month and p.to_month > c.from_month and p.from_month < p.to_month
      left join union_node as n on n.id = p.parent_id
      where c.at <> ${rootUnionId}::uuid and c.steps < 20),
    ended as (
      select union_id, coalesce(passed, ${rootUnionId}::uuid) as reporting_union_id, from_month, to_month
      from climb as c
      where c.at = ${rootUnionId}::uuid or c.steps = 20
        or not exists (select from union_parent as p where p.union_id = c.at)),
    turns as (
      select *, reporting_union_id is distinct from
        lag(reporting_union_id) over (partition by union_id order by from_month) as moves
      from ended),
    stretches as (
      select *, count(*) filter (where moves) over (partition by union_id order by from_month) as n
      from turns)
    insert into placement (union_id, reporting_union_id, from_month, to_month)
    select union_id, reporting_union_id, min(from_month), max(to_month)
    from stretches group by union_id, reporting_union_id, n`;
}

/** Gives unions that no fact has named yet a place at the root: members' facts may come before the union's. */
export async function placeUnknown(
  sql: Sql,
  rootUnionId: string,
  unionIds: readonly string[],
): Promise<void> {
  await sql`
    insert into placement (union_id, reporting_union_id, from_month, to_month)
    select id, ${rootUnionId}::uuid, ${EVER}, ${FOR_GOOD} from unnest(${unionIds}::uuid[]) as g(id)`;
}

export async function segmentsOf(
  sql: Sql,
  unionIds: readonly string[],
): Promise<Map<string, Segment[]>> {
  const rows = await sql<Segment>`
    select union_id as "unionId", reporting_union_id as "reportingUnionId",
      from_month as "fromMonth", to_month as "toMonth"
    from placement where union_id = any(${unionIds}::uuid[]) order by union_id, from_month`;
  return Map.groupBy(rows, ({ unionId }) => unionId);
}
