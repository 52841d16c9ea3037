// Who somebody is. Each field is sealed on its own, bound to its row and column; a person is found
// by a keyed hash.
import { ID_TYPES, type IdType, type MembershipState } from '@gonglian/kernel/member.ts';
import { maskIdNumber, maskName, maskPhone } from '@gonglian/kernel/mask.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';
import { visibleText } from './name-text.ts';
import { keysOf, tokensOf } from './search-tokens.ts';

/** A person's own data after the checks; texts as they are to be kept. */
export interface Identity {
  idType: IdType;
  idNumber: string;
  name: string;
  /** Empty for none. */
  phone: string;
  birthDate: CalendarDate;
}

export interface SealedPerson {
  idNumber: Buffer;
  name: Buffer;
  phone: Buffer | null;
  birthDate: Buffer | null;
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

/** A resident ID number says the birth date itself, so it is not kept a second time. */
export function sealPerson(vault: Vault, personId: string, identity: Identity): SealedPerson {
  const { idType, idNumber, birthDate } = identity;
  return {
    idNumber: vault.seal(idNumber, `person.id_number.${personId}`),
    ...sealNameAndPhone(vault, personId, identity),
    birthDate: idType === '01' ? null : vault.seal(birthDate, `person.birth_date.${personId}`),
  };
}

/** What of a person may change later, with what the person is then found by. */
export function sealNameAndPhone(
  vault: Vault,
  personId: string,
  changed: Pick<Identity, 'name' | 'phone'>,
): Pick<SealedPerson, 'name' | 'phone' | 'tokens'> {
  const { name, phone } = changed;
  return {
    name: vault.seal(name, `person.name.${personId}`),
    phone: phone === '' ? null : vault.seal(phone, `person.phone.${personId}`),
    tokens: () => tokensOf(vault, keysOf(changed)),
  };
}

/** A person of the register with the record's state; undefined where the reader may not see it. */
export type PersonRow = Omit<SealedPerson, 'tokens'> & {
  idType: IdType;
  state: MembershipState;
  unionId: string;
};

export async function findPerson(sql: Sql, memberId: string): Promise<PersonRow | undefined> {
  const [row] = await sql<PersonRow>`
    select m.state, m.union_id as "unionId", p.id_type as "idType", p.name, p.phone,
      p.id_number as "idNumber", p.birth_date as "birthDate"
    from membership m join person p on p.id = m.member_id where m.member_id = ${memberId}`;
  return row;
}

export function openBirthDate(
  vault: Vault,
  personId: string,
  sealed: Pick<SealedPerson, 'idNumber' | 'birthDate'>,
): CalendarDate {
  if (sealed.birthDate) return vault.open(sealed.birthDate, `person.birth_date.${personId}`);
  const idNumber = vault.open(sealed.idNumber, `person.id_number.${personId}`);
  return [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)].join('-');
}

/** Name and phone as search and correction need them; no phone is empty. */
export function openPerson(
  vault: Vault,
  personId: string,
  { name, phone }: Pick<SealedPerson, 'name' | 'phone'>,
): { name: string; phone: string } {
  return {
    name: vault.open(name, `person.name.${personId}`),
    phone: phone ? vault.open(phone, `person.phone.${personId}`) : '',
  };
}

/**
 * What lists show: the number's last four only, and never a birth date beside it (security, masking
 * rules).
 */
export function maskPerson(
  vault: Vault,
  personId: string,
  sealed: Pick<SealedPerson, 'idNumber' | 'name' | 'phone'>,
): { nameMasked: string; idNumberMasked: string; phoneMasked: string } {
  const { idNumber, name, phone } = sealed;
  return {
    nameMasked: maskName(vault.open(name, `person.name.${personId}`)),
    idNumberMasked: maskIdNumber(vault.open(idNumber, `person.id_number.${personId}`)),
    phoneMasked: phone ? maskPhone(vault.open(phone, `person.phone.${personId}`)) : '',
  };
}
