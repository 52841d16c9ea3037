// Somebody whom a service of people knows: who enters, is nominated or is helped. The name is sealed, of the ID number only a keyed hash is kept: the same
// person under an old and a new number is one row (domain §9.12), and nobody reads a number here.
import { newId } from '@gonglian/kernel/id.ts';
import { parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { maskName } from '@gonglian/kernel/mask.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { openToService } from './row-security.ts';
import type { Sql } from './use-case.ts';

/** In the migration of a service that knows people: the name sealed, of the ID number a keyed hash. */
export const personTable = (schema: string): string => `create table person (
  person_id uuid primary key,
  person_key bytea not null unique,
  name_sealed bytea not null
);
${openToService(schema, 'person')}`;

export interface PersonAsk {
  personName: string;
  /** A resident identity number of 18 characters, or of 15 as old lists have it. */
  idNumber: string;
}

/** What a document of that kind is called in membership; the same person has the same key there. */
export const RESIDENT_ID = '01';
const placeOf = (personId: string) => `person.name.${personId}`;

/** Under which the person is found. Throws invalid with the rule of the number that fails (domain §2.6). */
export function personKey(vault: Vault, idNumber: string, today: string): Buffer {
  const parsed = parseIdNumber(idNumber, { today, allowFifteen: true });
  if (!parsed.ok) throw invalid(parsed.rule);
  return vault.blindIndex(RESIDENT_ID, parsed.idNumber);
}

/** The ids of these people in the order asked, entered where they are new; who is known keeps the name he has. */
export async function enterPeople(
  { sql, vault, today }: { sql: Sql; vault: Vault; today: string },
  people: readonly PersonAsk[],
): Promise<string[]> {
  const rows = people.map(({ personName, idNumber }) => {
    const id = newId();
    const key = personKey(vault, idNumber, today);
    return { id, key, name: vault.seal(personName, placeOf(id)) };
  });
  const keys = rows.map(({ key }) => key);
  await sql`
    insert into person (person_id, person_key, name_sealed)
    select * from unnest(${rows.map(({ id }) => id)}::uuid[], ${keys}::bytea[],
      ${rows.map(({ name }) => name)}::bytea[])
    on conflict (person_key) do nothing`;
  const known = await sql<{ id: string; key: string }>`
    select person_id as id, encode(person_key, 'hex') as key from person
    where person_key = any(${keys}::bytea[])`;
  const byKey = new Map(known.map(({ id, key }) => [key, id]));
  return keys.map((key) => byKey.get(key.toString('hex')) ?? '');
}

/** The name as who works with it sees it. */
export function openName(vault: Vault, personId: string, sealed: Buffer): string {
  return vault.open(sealed, placeOf(personId));
}

/** The name as lists show it. */
export function shownName(vault: Vault, personId: string, sealed: Buffer): string {
  return maskName(openName(vault, personId, sealed));
}
