// The rows of a batch, each judged by its own data alone, before the database is asked.
import type { JoinRefusal, Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { identityHash, type Identity } from '../member/person.ts';
import { checkPerson, type CheckTerms } from './check-person.ts';

/** Somebody whose row is in order. */
export interface Candidate {
  row: number;
  identity: Identity;
  codes: MemberCodes;
  hash: Buffer;
  /** The hash as a key of maps. */
  hashText: string;
}

/** Each row's own rules, and the same document twice in one batch: the first row stands. */
export function checkRows(
  vault: Vault,
  rows: readonly Person[],
  terms: CheckTerms,
): { candidates: Candidate[]; refusals: JoinRefusal[] } {
  const refusals: JoinRefusal[] = [];
  const byHash = new Map<string, Candidate>();
  let row = 0;
  for (const person of rows) {
    row += 1;
    const checked = checkPerson(person, terms);
    if (!checked.ok) {
      refusals.push({ row, code: checked.code, field: checked.field, heldByUnionId: '' });
      continue;
    }
    const { identity, codes } = checked;
    const hash = identityHash(vault, identity.idType, identity.idNumber);
    const hashText = hash.toString('latin1');
    if (byHash.has(hashText)) refusals.push(refusalOf(row, 'DUPLICATE_IN_BATCH'));
    else byHash.set(hashText, { row, identity, codes, hash, hashText });
  }
  return { candidates: [...byHash.values()], refusals };
}

/** `row` counts from 1. */
export function refusalOf(row: number, code: string, heldByUnionId = ''): JoinRefusal {
  return { row, code, field: 'idNumber', heldByUnionId };
}
