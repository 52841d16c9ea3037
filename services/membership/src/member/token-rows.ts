// The tokens of members in the database. A few are written in the transaction that changes the person; many are queued,
// so that collective registration does not wait for them.
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';
import { openPerson, type Findable } from './person.ts';
import { keysOf, tokensOf } from './search-tokens.ts';

/** So many at once are found by the next search; more than that within seconds. */
export const AT_ONCE_MAX = 200;

/** Makes new persons findable, or changed ones findable by what they are called now. */
export async function makeFindable(
  sql: Sql,
  persons: readonly Findable[],
  changed: 'new' | 'changed',
): Promise<void> {
  if (persons.length === 0) return;
  if (persons.length > AT_ONCE_MAX) return queue(sql, persons);
  const rows = persons.map(({ id, tokens }) => ({ id, tokens: tokens() }));
  await (changed === 'new' ? insertTokens(sql, rows) : replaceTokens(sql, rows));
}

async function queue(sql: Sql, persons: readonly Findable[]): Promise<void> {
  await sql`
    insert into token_queue (member_id)
    select * from unnest(${persons.map(({ id }) => id)}::uuid[]) on conflict do nothing`;
}

interface TokenRow {
  id: string;
  tokens: readonly string[];
}

export async function replaceTokens(sql: Sql, rows: readonly TokenRow[]): Promise<void> {
  await sql`delete from member_token where member_id = any(${rows.map(({ id }) => id)}::uuid[])`;
  await insertTokens(sql, rows);
}

async function insertTokens(sql: Sql, rows: readonly TokenRow[]): Promise<void> {
  await sql`
    insert into member_token (token, member_id)
    select token::bigint, id
    from unnest(${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ tokens }) => tokens.join(' '))}::text[]) as n(id, tokens),
      unnest(string_to_array(n.tokens, ' ')) as token
    order by 1 -- neighbours in the index one after the other
    on conflict do nothing`;
}

const QUEUED_AT_ONCE = 500;

/** Takes some of the queue and makes their tokens; answers how many there were. */
export async function indexQueued(sql: Sql, vault: Vault): Promise<number> {
  const persons = await sql<{ id: string; sealed: Buffer }>`
    with taken as (
      delete from token_queue where member_id in (
        select member_id from token_queue order by member_id limit ${QUEUED_AT_ONCE}
        for update skip locked)
      returning member_id)
    select p.id, p.sealed from taken join person as p on p.id = taken.member_id
    order by p.id for update of p`;
  const keys = vault.openingKeys();
  const rows = persons.map(({ id, sealed }) => ({
    id,
    tokens: tokensOf(vault, keysOf(openPerson(keys, id, sealed))),
  }));
  if (rows.length > 0) await replaceTokens(sql, rows);
  return rows.length;
}
