// Membership kept without dues or vote: retirement, unemployment, the end of the union (domain
// §2.1).
import type { Membership as MembershipView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberRetained } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { memberRetained } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { RETAIN_REASONS } from '@gonglian/kernel/member.ts';
import { code, date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { nextState, requireEffective, type Standing } from './life.ts';
import { loadMember } from './member.ts';
import { withdrawTransfers } from './open-transfers.ts';
import { endSpell } from './spells.ts';

const RetainMembership = z.strictObject({
  memberId: id,
  reason: code(RETAIN_REASONS),
  effectiveOn: date,
  expectedVersion,
});
type RetainMembership = z.output<typeof RetainMembership>;

/**
 * Refused MEMBERSHIP_STATE_WRONG, EFFECTIVE_IN_FUTURE, EFFECTIVE_BEFORE_JOINING,
 * EFFECTIVE_BEFORE_SPELL.
 */
export function decideRetain(
  standing: Standing,
  { reason, effectiveOn }: Pick<RetainMembership, 'reason' | 'effectiveOn'>,
  today: CalendarDate,
): MemberRetained {
  const { memberId, unionId, codes } = standing;
  nextState(standing.state, 'retain');
  requireEffective(effectiveOn, standing, today);
  return { memberId, unionId, reason, effectiveOn, codes, version: standing.version + 1 };
}

export const retainMembership = command({
  schema: RetainMembership,
  permission: 'membership.member.retain',
  async run(tx, ask): Promise<MembershipView> {
    const { member, standing } = await loadMember(tx, ask.memberId, ask.expectedVersion);
    const retained = decideRetain(standing, ask, chinaDate(tx.now));
    member.state = 'RETAINED';
    await tx.em.flush();
    await endSpell(tx.sql, ask.memberId, ask.effectiveOn, 'retained');
    await withdrawTransfers(tx.sql, ask.memberId, 'membership_retained');
    tx.emit(memberRetained, retained);
    return member.view();
  },
});
