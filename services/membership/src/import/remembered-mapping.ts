// What headings meant the last time, to the same account or at the same union. A heading is known by its keyed hash,
// since what stands in the first row may be anybody's name.
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';
import { wordOf } from './import-fields.ts';

interface Heading {
  heading: string;
  field: string;
}

const hashOf = (vault: Vault, heading: string) =>
  vault.blindIndex('import_heading', wordOf(heading));

interface Remembering {
  sql: Sql;
  own: { vault: Vault };
  actor: { id: string };
  now: Date;
}

export async function rememberMapping(
  { sql, own, actor, now }: Remembering,
  unionId: string,
  columns: readonly Heading[],
): Promise<void> {
  const known = columns.filter(({ heading }) => heading !== '');
  const byHash = new Map(
    known.map(({ heading, field }) => {
      const hash = hashOf(own.vault, heading);
      return [hash.toString('latin1'), { hash, field }];
    }),
  );
  const all = [...byHash.values()];
  await sql`
    insert into import_mapping (account_id, union_id, heading, field, at)
    select ${actor.id}, ${unionId}, heading, field, ${now}
    from unnest(${all.map(({ hash }) => hash)}::bytea[], ${all.map(({ field }) => field)}::text[])
      as n(heading, field)
    on conflict (account_id, union_id, heading) do update set field = excluded.field, at = excluded.at`;
}

/** Each heading's field as it was said last: at this union by this account, then at the union, then by the account. */
export async function recallMapping(
  sql: Sql,
  vault: Vault,
  { unionId, createdBy }: { unionId: string; createdBy: string },
  headings: readonly string[],
): Promise<Map<string, string>> {
  const hashes = headings.map((heading) => hashOf(vault, heading));
  const rows = await sql<{ heading: Buffer; field: string }>`
    select distinct on (heading) heading, field from import_mapping
    where heading = any(${hashes}::bytea[])
      and (union_id = ${unionId} or account_id = ${createdBy})
    order by heading, (union_id = ${unionId} and account_id = ${createdBy}) desc,
      union_id = ${unionId} desc, at desc`;
  const fields = new Map(rows.map(({ heading, field }) => [heading.toString('latin1'), field]));
  return new Map(
    headings.flatMap((heading, at) => {
      const field = fields.get(hashes[at]?.toString('latin1') ?? '');
      return field === undefined ? [] : [[heading, field]];
    }),
  );
}
