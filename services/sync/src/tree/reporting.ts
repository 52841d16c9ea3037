// The directory of reporting unions: who cells are published for, here and below.
import type { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import type { ReportingUnion } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Writing } from '../cell/cell.ts';
import { SAID_DEPTH } from '../cell/tell.ts';
import { sayUpward } from '../link/say.ts';
import { isReporting } from './lines.ts';

interface Row {
  unionId: string;
  parentId: string | null;
  name: string;
  level: string;
  regionCode: string;
  node: string;
  version: string;
}

/** Townships and parks that came to be, as parts of the root. */
export async function enterReportingUnions(
  writing: Writing,
  established: readonly UnionEstablished[],
): Promise<void> {
  const { sql, tx, rootUnionId, version } = writing;
  const entered = established.filter(
    ({ unionId, level, kind }) => unionId !== rootUnionId && isReporting(level, kind),
  );
  if (entered.length === 0) return;
  const rows = await sql<Row>`
    insert into reporting_union
      (union_id, parent_id, name, level, region_code, node, said_by, depth, version)
    select id, ${rootUnionId}::uuid, name, level, region_code, ${tx.node}, '', 1, ${version}::bigint
    from unnest(${entered.map((u) => u.unionId)}::uuid[], ${entered.map((u) => u.name)}::text[],
      ${entered.map((u) => u.level)}::text[], ${entered.map((u) => u.regionCode)}::text[])
      as u(id, name, level, region_code)
    on conflict (union_id) do nothing
    returning union_id as "unionId", parent_id as "parentId", name, level,
      region_code as "regionCode", node, version`;
  await sayUnions(writing, rows);
}

/** A federation of this node's tree that has no node: from its first declared figures on it is a part of the root. */
export async function enterFederation(writing: Writing, unionId: string): Promise<void> {
  const { sql, tx, rootUnionId, version } = writing;
  const rows = await sql<Row>`
    insert into reporting_union
      (union_id, parent_id, name, level, region_code, node, said_by, depth, declared, version)
    select id, ${rootUnionId}::uuid, name, level, region_code, ${tx.node}, '', 1, true,
      ${version}::bigint
    from union_node where id = ${unionId}
    on conflict (union_id) do nothing
    returning union_id as "unionId", parent_id as "parentId", name, level,
      region_code as "regionCode", node, version`;
  await sayUnions(writing, rows);
}

export async function renameReportingUnions(
  writing: Writing,
  renamed: readonly { unionId: string; name: string }[],
): Promise<void> {
  const last = [...new Map(renamed.map(({ unionId, name }) => [unionId, name]))];
  if (last.length === 0) return;
  const rows = await writing.sql<Row>`
    update reporting_union as u set name = r.name, version = ${writing.version}
    from unnest(${last.map(([id]) => id)}::uuid[], ${last.map(([, name]) => name)}::text[]) as r(id, name)
    where u.union_id = r.id and u.said_by = ''
    returning u.union_id as "unionId", u.parent_id as "parentId", u.name, u.level,
      u.region_code as "regionCode", u.node, u.version`;
  await sayUnions(writing, rows);
}

/**
 * Takes what a subordinate says of its reporting unions: its own root, below which each other hangs from one it has
 * said already. One that another side answers for is left as it is.
 */
export async function takeReportingUnions(
  writing: Writing,
  subordinate: string,
  unions: readonly ReportingUnion[],
): Promise<void> {
  const subordinateRoot = nodeRootUnionId(subordinate);
  for (const union of unions) {
    const isRoot = union.unionId === subordinateRoot;
    const parentId = isRoot ? writing.rootUnionId : union.parentId;
    const { unionId, name, level, regionCode, node, version } = union;
    const rows = await writing.sql<Row>`
      insert into reporting_union as u
        (union_id, parent_id, name, level, region_code, node, said_by, depth, version)
      select ${unionId}::uuid, p.union_id, ${name}, ${level}, ${regionCode}, ${node}, ${subordinate},
        p.depth + 1, ${version}::bigint
      from reporting_union as p
      where p.union_id = ${parentId}::uuid and p.said_by = ${isRoot ? '' : subordinate}
      on conflict (union_id) do update
        set parent_id = excluded.parent_id, name = excluded.name, level = excluded.level,
          region_code = excluded.region_code, node = excluded.node, depth = excluded.depth,
          version = excluded.version
        where u.said_by = excluded.said_by and u.version < excluded.version
      returning union_id as "unionId", parent_id as "parentId", name, level,
        region_code as "regionCode", node, version`;
    await sayUnions(writing, await saidOnes(writing, rows));
  }
}

async function saidOnes({ sql }: Writing, rows: readonly Row[]): Promise<Row[]> {
  if (rows.length === 0) return [];
  const said = await sql<{ id: string }>`
    select union_id as id from reporting_union
    where union_id = any(${rows.map((row) => row.unionId)}::uuid[]) and depth <= ${SAID_DEPTH}`;
  const ids = new Set(said.map(({ id }) => id));
  return rows.filter((row) => ids.has(row.unionId));
}

/** The whole directory, parents first, as it is said upward. */
export async function sayDirectory(writing: Writing): Promise<void> {
  const rows = await writing.sql<Row>`
    select union_id as "unionId", parent_id as "parentId", name, level,
      region_code as "regionCode", node, version
    from reporting_union where depth <= ${SAID_DEPTH} order by depth, union_id`;
  await sayUnions({ ...writing, says: true }, rows);
}

const WINDOW = 500;

async function sayUnions(writing: Writing, rows: readonly Row[]): Promise<void> {
  if (!writing.says || rows.length === 0) return;
  const unions = rows.map((row) => ({
    ...row,
    parentId: row.parentId ?? '',
    version: BigInt(row.version),
  }));
  const windows = Array.from({ length: Math.ceil(unions.length / WINDOW) }, (_, n) => ({
    unions: { unions: unions.slice(n * WINDOW, (n + 1) * WINDOW) },
  }));
  await sayUpward(writing, windows);
}
