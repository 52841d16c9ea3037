// Persons in the database, many in one statement.
import type { Sql } from '../pipeline.ts';
import type { IdType } from '@gonglian/kernel/member.ts';
import type { SealedPerson } from './person.ts';
import { makeFindable } from './token-rows.ts';

export interface PersonRow {
  id: string;
  idType: IdType;
  hash: Buffer;
  sealed: SealedPerson;
}

/**
 * Inserts those whose documents are not known yet and answers their ids. Rows must be sorted by
 * hash, so that two transactions with common persons wait for each other rather than deadlock.
 */
export async function insertPersons(sql: Sql, rows: readonly PersonRow[]): Promise<Set<string>> {
  const inserted = await sql<{ id: string }>`
    insert into person (id, identity_hash, id_type, sealed)
    select * from unnest(${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.hash)}::bytea[], ${rows.map((row) => row.idType)}::text[],
      ${rows.map((row) => row.sealed.bytes)}::bytea[])
    on conflict (identity_hash) do nothing
    returning id`;
  const ids = new Set(inserted.map(({ id }) => id));
  const news = rows.filter(({ id }) => ids.has(id));
  await makeFindable(sql, news.map(findable), 'new');
  return ids;
}

function findable({ id, sealed }: { id: string; sealed: Pick<SealedPerson, 'tokens'> }) {
  return { id, tokens: sealed.tokens };
}

/** Brings known persons up to what they said when they joined again. */
export async function updatePersons(
  sql: Sql,
  rows: readonly { id: string; sealed: SealedPerson }[],
): Promise<void> {
  await sql`
    update person p set sealed = n.sealed
    from unnest(${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.sealed.bytes)}::bytea[]) as n(id, sealed)
    where p.id = n.id`;
  await makeFindable(sql, rows.map(findable), 'changed');
}

/** A known person's membership, locked until the transaction ends, in the order of members. */
export interface KnownMember {
  hash: Buffer;
  memberId: string;
  memberNo: string | null;
  unionId: string;
  state: string;
  version: number;
  lastNo: number | null;
  since: string | null;
}

export function findKnown(sql: Sql, hashes: readonly Buffer[]): Promise<KnownMember[]> {
  return sql<KnownMember>`
    select p.identity_hash as hash, m.member_id as "memberId", m.member_no as "memberNo",
      m.union_id as "unionId", m.state, m.version, s.no::int as "lastNo",
      coalesce(s.ended_on, s.started_on)::text as since
    from person p join membership m on m.member_id = p.id
    left join lateral (select no, started_on, ended_on from spell where member_id = p.id
      order by no desc limit 1) s on true
    where p.identity_hash = any(${hashes}::bytea[])
    order by m.member_id for update of m`;
}
