// Who submits: a member for himself, of his own union, or a person whom a desk of the union names.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, notFound } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { optionalId, optionalText } from './fields.ts';
import type { Tx } from './use-case.ts';
import { enterPeople, shownName } from './person.ts';

/** What every submission says of it; all three are empty where a member submits his own. */
export const author = {
  unionId: optionalId,
  personName: optionalText(50),
  idNumber: optionalText(18),
};
interface AuthorAsk {
  unionId: string;
  personName: string;
  idNumber: string;
}

/** One of the two: who is a member is known to membership, who is named has a sealed name here. */
export interface Author {
  unionId: string;
  personId: string | null;
  memberId: string | null;
}

type Speaker = Pick<Actor, 'duty' | 'scope' | 'member'>;

/**
 * The union, and the member whose own it is. MEMBER_UNKNOWN where the duty names none; invalid FIELD_INVALID where a
 * member speaks for others, or a desk names nobody.
 */
export function decideAuthor(
  { duty, scope, member }: Speaker,
  { unionId, personName, idNumber }: AuthorAsk,
): { unionId: string; memberId: string | null } {
  const named = { unionId, personName, idNumber };
  const own = duty === 'member';
  if (own && (member === '' || scope === '')) throw notFound('MEMBER_UNKNOWN');
  const wrong = Object.entries(named).find(([, value]) => (value === '') !== own);
  if (wrong) throw invalid('FIELD_INVALID', { field: wrong[0], rule: own ? 'own' : 'required' });
  return own ? { unionId: scope, memberId: member } : { unionId, memberId: null };
}

export async function enterAuthor(
  { sql, own, actor, now }: Pick<Tx<{ vault: Vault }>, 'sql' | 'own' | 'actor' | 'now'>,
  ask: AuthorAsk,
): Promise<Author> {
  const { unionId, memberId } = decideAuthor(actor, ask);
  if (memberId !== null) return { unionId, personId: null, memberId };
  const scene = { sql, vault: own.vault, today: chinaDate(now) };
  const [personId = null] = await enterPeople(scene, [ask]);
  return { unionId, personId, memberId };
}

/** As lists show it; empty for a member, whose name membership has. */
export function authorName(
  vault: Vault,
  { personId, nameSealed }: { personId: string | null; nameSealed: Buffer | null },
): string {
  return personId !== null && nameSealed !== null ? shownName(vault, personId, nameSealed) : '';
}
