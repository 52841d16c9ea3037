// Of himself a member says neither name nor number: membership has them, and nobody asks in another's name.
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { optionalText } from '@gonglian/service/fields.ts';
import { RESIDENT_ID } from '@gonglian/service/person.ts';
import type { Asking } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import type { Own } from '../pipeline.ts';
import { HouseholdPeople } from './household.ts';

export const Applicants = z
  .array(
    HouseholdPeople.element.extend({ personName: optionalText(50), idNumber: optionalText(18) }),
  )
  .min(1, 'required');

/** As a desk named them; of a member the first with what his record says. Refused RESIDENT_NUMBER_MISSING. */
export async function namedPeople(
  { own, actor, token }: Pick<Asking<Own>, 'own' | 'actor' | 'token'>,
  people: z.output<typeof Applicants>,
): Promise<z.output<typeof HouseholdPeople>> {
  const [head, ...others] = people;
  if (actor.duty !== 'member' || head === undefined) return HouseholdPeople.parse(people);
  if (head.personName !== '' || head.idNumber !== '')
    throw invalid('FIELD_INVALID', { field: 'people', rule: 'own' });
  const { name: personName, idType, idNumber } = await own.membership.getMyRecord({}, { token });
  if (idType !== RESIDENT_ID) throw refused('RESIDENT_NUMBER_MISSING');
  return HouseholdPeople.parse([{ ...head, personName, idNumber }, ...others]);
}
