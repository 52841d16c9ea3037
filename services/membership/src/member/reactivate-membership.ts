// A retained member works again: active from a date, at the union that kept the membership or at
// another.
import type { Membership as MembershipView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberReactivated } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { memberReactivated } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { date, expectedVersion, id, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { nextState, requireEffective, type Standing } from './life.ts';
import { loadMember } from './member.ts';
import { startSpell } from './spells.ts';

const ReactivateMembership = z.strictObject({
  memberId: id,
  effectiveOn: date,
  unionId: optionalId,
  expectedVersion,
});
type ReactivateMembership = z.output<typeof ReactivateMembership>;

/**
 * Refused MEMBERSHIP_STATE_WRONG, EFFECTIVE_IN_FUTURE, EFFECTIVE_BEFORE_JOINING,
 * EFFECTIVE_BEFORE_SPELL.
 */
export function decideReactivate(
  standing: Standing,
  ask: Pick<ReactivateMembership, 'effectiveOn' | 'unionId'>,
  today: CalendarDate,
): MemberReactivated {
  const { memberId, codes, version } = standing;
  nextState(standing.state, 'reactivate');
  requireEffective(ask.effectiveOn, standing, today);
  const unionId = ask.unionId || standing.unionId;
  return { memberId, unionId, effectiveOn: ask.effectiveOn, codes, version: version + 1 };
}

export const reactivateMembership = command({
  schema: ReactivateMembership,
  permission: 'membership.member.reactivate',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<MembershipView> {
    const { em, sql } = tx;
    const { member, standing, lastSpell } = await loadMember(tx, ask.memberId, ask.expectedVersion);
    const reactivated = decideReactivate(standing, ask, chinaDate(tx.now));
    const { memberId, unionId, effectiveOn: startedOn } = reactivated;
    requireAdmitting(await findUnion(sql, unionId), unionId);
    member.state = 'ACTIVE';
    member.unionId = unionId;
    await em.flush();
    const { codesId } = member;
    const no = (lastSpell?.no ?? 0) + 1;
    await startSpell(sql, { memberId, no, unionId, codesId, startedOn, startKind: 'reactivated' });
    tx.emit(memberReactivated, reactivated);
    return member.view();
  },
});
