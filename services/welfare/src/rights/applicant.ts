// Who asks for mediation or legal aid: a member for himself, whom membership names, or somebody whom a desk has before it.
import { refused } from '@gonglian/kernel/refusal.ts';
import { decideAuthor, type author } from '@gonglian/service/author.ts';
import { enterPeople, RESIDENT_ID } from '@gonglian/service/person.ts';
import type { Asking } from '@gonglian/service/use-case.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import type { z } from 'zod';
import type { Own, Tx } from '../pipeline.ts';

type Named = z.output<z.ZodObject<typeof author>>;
export type Person = Pick<Named, 'personName' | 'idNumber'>;

/** Refused RESIDENT_NUMBER_MISSING; and as decideAuthor says. */
export async function namedApplicant(
  { own, actor, token }: Pick<Asking<Own>, 'own' | 'actor' | 'token'>,
  ask: Named,
): Promise<Person> {
  const { memberId } = decideAuthor(actor, ask);
  if (memberId === null) return ask;
  const { name: personName, idType, idNumber } = await own.membership.getMyRecord({}, { token });
  if (idType !== RESIDENT_ID) throw refused('RESIDENT_NUMBER_MISSING');
  return { personName, idNumber };
}

export async function enterApplicant(
  tx: Tx,
  ask: Named,
  person: Person,
): Promise<{ unionId: string; memberId: string | null; personId: string }> {
  const { unionId, memberId } = decideAuthor(tx.actor, ask);
  if (memberId !== null) await tx.beyondScope('a member asks his own union');
  await requireLivingUnion(tx.sql, unionId);
  const scene = { sql: tx.sql, vault: tx.own.vault, today: chinaDate(tx.now) };
  const [personId = ''] = await enterPeople(scene, [person]);
  return { unionId, memberId, personId };
}
