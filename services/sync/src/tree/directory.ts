// What organisation's facts say of unions, as far as counting depends on it.
import type {
  UnionEstablished,
  UnionReparented,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import type { UnionCodes } from '../indicator/dims.ts';
import type { Sql } from '../pipeline.ts';
import { dated, isReporting, relinked, type Link } from './lines.ts';

/** Writes new unions and their first parent; a fact that is applied again changes nothing. */
export async function enterUnions(
  sql: Sql,
  rootUnionId: string,
  unions: readonly UnionEstablished[],
): Promise<void> {
  if (unions.length === 0) return;
  await sql`
    insert into union_node
      (id, name, level, kind, unit_type, industry, region_code, reporting, established_on)
    select * from unnest(${unions.map((u) => u.unionId)}::uuid[], ${unions.map((u) => u.name)}::text[],
      ${unions.map((u) => u.level)}::text[], ${unions.map((u) => u.kind)}::text[],
      ${unions.map((u) => u.unitType)}::text[], ${unions.map((u) => u.industry)}::text[],
      ${unions.map((u) => u.regionCode)}::text[],
      ${unions.map((u) => isReporting(u.level, u.kind))}::boolean[],
      ${unions.map((u) => u.establishedOn)}::date[])
    on conflict (id) do nothing`;
  const linked = unions.filter((u) => u.parentId !== '' && u.unionId !== rootUnionId);
  const lines = linked.map((u) => ({
    unionId: u.unionId,
    ...dated([{ validFrom: u.establishedOn, parentId: u.parentId }])[0],
  }));
  await sql`
    insert into union_parent (union_id, valid_from, parent_id, from_month, to_month)
    select * from unnest(${lines.map((l) => l.unionId)}::uuid[], ${lines.map((l) => l.validFrom)}::date[],
      ${lines.map((l) => l.parentId)}::uuid[], ${lines.map((l) => l.fromMonth)}::text[],
      ${lines.map((l) => l.toMonth)}::text[])
    on conflict do nothing`;
}

/** Writes the union's line as it is after the change. */
export async function relink(sql: Sql, change: UnionReparented): Promise<void> {
  const { unionId, toParentId, effectiveOn } = change;
  const links = await sql<Link>`
    select to_char(valid_from, 'YYYY-MM-DD') as "validFrom", parent_id as "parentId"
    from union_parent where union_id = ${unionId} order by valid_from`;
  const line = dated(relinked(links, { validFrom: effectiveOn, parentId: toParentId }));
  await sql`delete from union_parent where union_id = ${unionId}`;
  await sql`
    insert into union_parent (union_id, valid_from, valid_to, parent_id, from_month, to_month)
    select ${unionId}::uuid, * from unnest(${line.map((l) => l.validFrom)}::date[],
      ${line.map((l) => l.validTo)}::date[], ${line.map((l) => l.parentId)}::uuid[],
      ${line.map((l) => l.fromMonth)}::text[], ${line.map((l) => l.toMonth)}::text[])`;
}

export async function renameUnions(
  sql: Sql,
  renamed: readonly { unionId: string; name: string }[],
): Promise<void> {
  const last = [...new Map(renamed.map(({ unionId, name }) => [unionId, name]))];
  if (last.length === 0) return;
  await sql`
    update union_node as n set name = r.name
    from unnest(${last.map(([id]) => id)}::uuid[], ${last.map(([, name]) => name)}::text[]) as r(id, name)
    where n.id = r.id`;
}

export async function endUnions(
  sql: Sql,
  ended: readonly { unionId: string; effectiveOn: string }[],
): Promise<void> {
  if (ended.length === 0) return;
  await sql`
    update union_node as n set dissolved_on = e.on_date
    from unnest(${ended.map((e) => e.unionId)}::uuid[], ${ended.map((e) => e.effectiveOn)}::date[])
      as e(id, on_date)
    where n.id = e.id`;
}

export async function codesOf(
  sql: Sql,
  unionIds: readonly string[],
): Promise<Map<string, UnionCodes & { unionId: string }>> {
  if (unionIds.length === 0) return new Map();
  const rows = await sql<UnionCodes & { unionId: string }>`
    select id as "unionId", level, kind, unit_type as "unitType", industry
    from union_node where id = any(${unionIds}::uuid[])`;
  return new Map(rows.map((row) => [row.unionId, row]));
}
