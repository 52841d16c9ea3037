// One person applies to a union. The identity is checked here and at once; the union's committee
// decides later.
import type {
  Consent,
  Membership as MembershipView,
  Person,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { memberApplied } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { JOIN_CHANNELS, type JoinChannel, type MembershipState } from '@gonglian/kernel/member.ts';
import { duplicate, invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { codesIdOf } from '../member/codes.ts';
import { Membership } from '../member/member.ts';
import { identityHash, sealPerson } from '../member/person.ts';
import {
  findKnown,
  insertPersons,
  updatePersons,
  type KnownMember,
} from '../member/person-rows.ts';
import { command, type Own } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { admissionAges, decideAdmission, type Past } from './admission.ts';
import { checkPerson, type CheckedPerson, type CheckTerms } from './check-person.ts';
import { decideConsent, keepConsent } from './consent.ts';
import { openJoinLinkToken } from './join-link.ts';

const ApplyToJoin = z.strictObject({
  unionId: id,
  person: z.custom<Person | undefined>((person) => person !== undefined, 'required'),
  channel: code(JOIN_CHANNELS),
  appliedOn: date,
  joinToken: z.string(),
  consent: z.custom<Consent | undefined>(),
});
type ApplyToJoin = z.output<typeof ApplyToJoin>;

/**
 * The person as it will be kept; the first rule that fails is the refusal's code, with the field.
 */
export function decidePerson(person: Person | undefined, terms: CheckTerms): CheckedPerson {
  if (person === undefined) throw invalid('FIELD_INVALID', { field: 'person', rule: 'required' });
  const checked = checkPerson(person, terms);
  if (checked.ok) return checked;
  const { code: rule, field } = checked;
  throw rule === 'UNDER_AGE' ? refused(rule, { field }) : invalid(rule, { field });
}

const taken: ReadonlySet<string> = new Set(['ALREADY_MEMBER', 'APPLICATION_PENDING']);

/** Refuses what decideAdmission refuses, and also who is an active member of this union already. */
export function decideApplication(past: Past, unionId: string, appliedOn: CalendarDate): void {
  const admission = decideAdmission(past, unionId, appliedOn);
  if (admission.kind === 'again') return;
  if (admission.kind === 'unchanged') {
    throw duplicate('ALREADY_MEMBER', { heldByUnionId: past.unionId });
  }
  const { code: rule, heldByUnionId } = admission;
  const details = heldByUnionId === '' ? {} : { heldByUnionId };
  throw taken.has(rule) ? duplicate(rule, details) : refused(rule, details);
}

/**
 * Refused CHANNEL_WRONG for a batch, and for anything but a join link where somebody holds nothing else;
 * EFFECTIVE_IN_FUTURE for a date to come.
 */
export function decideChannel(
  channel: JoinChannel,
  appliedOn: CalendarDate,
  today: string,
  duty: string,
): void {
  if (channel === 'BATCH' || (duty === 'applicant' && channel !== 'QR'))
    throw invalid('CHANNEL_WRONG', { channel });
  if (appliedOn > today) throw refused('EFFECTIVE_IN_FUTURE', { today });
}

export const applyToJoin = command({
  schema: ApplyToJoin,
  permission: 'membership.application.create',
  // Who holds a join link has no duty: the link itself says which union, and is checked below.
  unions: (ask, { duty }) => (duty === 'applicant' ? [] : [ask.unionId]),
  wholeNode: 'a document is looked up in the whole node',
  async run(tx, ask): Promise<MembershipView> {
    const { sql, own, emit, node, now, actor } = tx;
    const { unionId, channel, appliedOn } = ask;
    const today = chinaDate(now);
    decideChannel(channel, appliedOn, today, actor.duty);
    if (channel === 'QR') {
      const claim = openJoinLinkToken(own.linkSecret, node, ask.joinToken, today);
      if (claim.unionId !== unionId) throw refused('JOIN_LINK_INVALID');
    }
    requireAdmitting(await findUnion(sql, unionId), unionId);
    const checked = decidePerson(ask.person, {
      today,
      onDate: appliedOn,
      age: admissionAges(appliedOn),
      allowFifteen: false,
    });
    const kinds = decideConsent(channel, ask.consent);
    const codesId = await codesIdOf(sql, checked.codes);
    const member = await apply(tx, ask, checked, codesId);
    await tx.em.flush();
    const { memberId, version } = member;
    const noticeVersion = ask.consent?.noticeVersion ?? '';
    await keepConsent(sql, memberId, { kinds, noticeVersion, at: now });
    emit(memberApplied, { memberId, unionId, channel, appliedOn, version });
    return member.view();
  },
});

/** A new person and membership, or the membership of somebody known who may apply again. */
async function apply(
  { em, sql, own }: Tx<Own>,
  { unionId, channel, appliedOn }: ApplyToJoin,
  { identity }: CheckedPerson,
  codesId: number,
): Promise<Membership> {
  const hash = identityHash(own.vault, identity.idType, identity.idNumber);
  const personId = newId();
  const sealed = sealPerson(own.vault, personId, identity);
  const row = { id: personId, idType: identity.idType, hash, sealed };
  const application = { unionId, channel, appliedOn, codesId, state: 'APPLIED' as const };
  if ((await insertPersons(sql, [row])).has(personId)) {
    const fresh = { memberNo: null, joinedOn: null, decisionDocNo: null };
    return em.create(Membership, { memberId: personId, ...fresh, ...application });
  }
  const [known] = await findKnown(sql, [hash]);
  if (known === undefined) throw new Error('a known person without a membership');
  decideApplication(pastOf(known), unionId, appliedOn);
  const { memberId } = known;
  await updatePersons(sql, [{ id: memberId, sealed: sealPerson(own.vault, memberId, identity) }]);
  const member = await em.findOneOrFail(Membership, memberId);
  return em.assign(member, { ...application, decisionDocNo: null });
}

function pastOf(known: KnownMember): Past {
  return { ...known, state: known.state as MembershipState };
}
