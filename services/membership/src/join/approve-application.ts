// The union's committee admits an applicant: from that day on the person is a member and is counted
// (domain §2.1).
import type { Membership as MembershipView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { memberApproved } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { ageBand } from '@gonglian/kernel/age.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { codesIdOf } from '../member/codes.ts';
import { nextState } from '../member/life.ts';
import { drawMemberNumbers } from '../member/member-numbers.ts';
import { loadMember } from '../member/member.ts';
import { openPerson } from '../member/person.ts';
import { startSpell } from '../member/spells.ts';
import type { MembershipState } from '@gonglian/kernel/member.ts';
import { command } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';

const ApproveApplication = z.strictObject({ memberId: id, approvedOn: date, expectedVersion });

interface Application {
  state: MembershipState;
  appliedOn: CalendarDate;
  /** The day the last spell ended; null for who was never a member. */
  since: CalendarDate | null;
}

/**
 * The state that follows. Refused MEMBERSHIP_STATE_WRONG, EFFECTIVE_IN_FUTURE,
 * EFFECTIVE_BEFORE_APPLYING or EFFECTIVE_BEFORE_SPELL. The identity was checked when the person
 * applied, so both steps are taken here.
 */
export function decideApproval(
  { state, appliedOn, since }: Application,
  approvedOn: CalendarDate,
  today: CalendarDate,
): MembershipState {
  const next = nextState(state, 'check_identity', 'approve');
  if (approvedOn > today) throw refused('EFFECTIVE_IN_FUTURE', { today });
  if (approvedOn < appliedOn) throw refused('EFFECTIVE_BEFORE_APPLYING', { appliedOn });
  if (since !== null && approvedOn < since) throw refused('EFFECTIVE_BEFORE_SPELL', { since });
  return next;
}

export const approveApplication = command({
  schema: ApproveApplication,
  permission: 'membership.application.approve',
  async run(tx, ask): Promise<MembershipView> {
    const { em, sql, own, emit, now } = tx;
    const { memberId, approvedOn: joinedOn } = ask;
    const { member, standing, lastSpell } = await loadMember(tx, memberId, ask.expectedVersion);
    const { appliedOn, unionId, channel } = member;
    const since = lastSpell?.endedOn ?? null;
    member.state = decideApproval({ ...member, appliedOn, since }, joinedOn, chinaDate(now));
    requireAdmitting(await findUnion(sql, unionId), unionId);
    const codes = { ...standing.codes, ageBand: ageBand(await birthDate(tx, memberId), joinedOn) };
    member.joinedOn = joinedOn;
    member.codesId = await codesIdOf(sql, codes);
    const year = Number(joinedOn.slice(0, 4));
    member.memberNo ??= (await drawMemberNumbers(sql, own.regionCode, year, 1))[0] ?? null;
    await em.flush();
    const no = (lastSpell?.no ?? 0) + 1;
    const { codesId, version } = member;
    const start = { startedOn: joinedOn, startKind: 'recruited' as const };
    await startSpell(sql, { memberId, no, unionId, codesId, ...start });
    const rejoined = lastSpell !== undefined;
    emit(memberApproved, { memberId, unionId, channel, joinedOn, codes, rejoined, version });
    return member.view();
  },
});

async function birthDate(
  { sql, own }: Pick<Parameters<typeof approveApplication.run>[0], 'sql' | 'own'>,
  personId: string,
): Promise<CalendarDate> {
  const [row] = await sql<{ sealed: Buffer }>`select sealed from person where id = ${personId}`;
  if (row === undefined) throw new Error('a member without a person');
  return openPerson(own.vault.openingKeys(), personId, row.sealed).birthDate;
}
