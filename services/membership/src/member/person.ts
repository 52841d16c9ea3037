// Who somebody is: sealed as one and bound to its row (ADR 0025); a person is found by a keyed hash.
import { ID_TYPES, type IdType, type MembershipState } from '@gonglian/kernel/member.ts';
import { maskIdNumber, maskName, maskPhone } from '@gonglian/kernel/mask.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { openSealed, type OpeningKeys, type Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';
import { visibleText } from './name-text.ts';
import { keysOf, tokensOf } from './search-tokens.ts';

/** What is sealed of a person. */
export interface Person {
  idNumber: string;
  name: string;
  /** Empty for none. */
  phone: string;
  birthDate: CalendarDate;
}

/** A person's own data after the checks; texts as they are to be kept. */
export interface Identity extends Person {
  idType: IdType;
}

export interface SealedPerson {
  bytes: Buffer;
  /** What the person is found by, worked out when asked: a large batch leaves it for later. */
  tokens: () => string[];
}

/** A person as search needs him. */
export interface Findable {
  id: string;
  tokens: () => string[];
}

/** A clean name: letters of any script with the marks that names carry; no digits, no control characters. */
export const NAME_FORM = /^[\p{L}\p{M}][\p{L}\p{M}·.'’ -]{0,79}$/u;
/** A clean phone. */
export const PHONE_FORM = /^1\d{10}$/;
const CALLED_FROM_ABROAD = /^(?:\+|00)?86(?=1\d{10}$)/;

/** A document's number as it is read: half-width, without spaces and without what is not seen. */
export function cleanNumber(text: string): string {
  return visibleText(text).replace(/\s+/g, '');
}

/** A phone in the one form that is kept: a clean number without China's own prefix. */
export function cleanPhone(text: string): string {
  return cleanNumber(text).replace(CALLED_FROM_ABROAD, '');
}

/** Equal documents meet at one hash: HMAC(id_type|id_no) (domain §2.7). */
export function identityHash(vault: Vault, idType: IdType, idNumber: string): Buffer {
  return vault.blindIndex(idType, idNumber);
}

/** The hashes an ID number may be kept under where the type of the document is not known. */
export function possibleHashes(vault: Vault, idNumber: string): Buffer[] {
  const types = Object.keys(ID_TYPES) as IdType[];
  return types.map((type) => identityHash(vault, type, idNumber));
}

/** None of the four can hold one: all are cleaned, or of a fixed form. */
const APART = '\n';

const placeOf = (personId: string) => `person.sealed.${personId}`;

export function sealPerson(vault: Vault, personId: string, person: Person): SealedPerson {
  const { idNumber, name, phone, birthDate } = person;
  const text = [idNumber, name, phone, birthDate].join(APART);
  return {
    bytes: vault.seal(text, placeOf(personId)),
    tokens: () => tokensOf(vault, keysOf(person)),
  };
}

/** Refused SEAL_UNKNOWN, SEAL_BROKEN. */
export function openPerson(keys: OpeningKeys, personId: string, sealed: Buffer): Person {
  const [idNumber = '', name = '', phone = '', birthDate = ''] = openSealed(
    keys,
    sealed,
    placeOf(personId),
  ).split(APART);
  return { idNumber, name, phone, birthDate };
}

/** A person of the register with the record's state; undefined where the reader may not see it. */
export interface PersonRow {
  idType: IdType;
  state: MembershipState;
  unionId: string;
  sealed: Buffer;
}

export async function findPerson(sql: Sql, memberId: string): Promise<PersonRow | undefined> {
  const [row] = await sql<PersonRow>`
    select m.state, m.union_id as "unionId", p.id_type as "idType", p.sealed
    from membership m join person p on p.id = m.member_id where m.member_id = ${memberId}`;
  return row;
}

/**
 * What lists show: the number's last four only, and never a birth date beside it (security, masking
 * rules).
 */
export function maskPerson({ name, idNumber, phone }: Person): {
  nameMasked: string;
  idNumberMasked: string;
  phoneMasked: string;
} {
  return {
    nameMasked: maskName(name),
    idNumberMasked: maskIdNumber(idNumber),
    phoneMasked: maskPhone(phone),
  };
}
