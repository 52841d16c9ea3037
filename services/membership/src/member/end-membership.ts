// A membership ends: the member leaves, is held to have left, is expelled, or has died (domain
// §2.1, §2.3).
import type { Membership as MembershipView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberLeft } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { memberLeft } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import {
  END_WAYS,
  type EndWay,
  type MembershipAction,
  type MembershipState,
} from '@gonglian/kernel/member.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { nextState, requireEffective, type Standing } from './life.ts';
import { loadMember } from './member.ts';
import { withdrawTransfers } from './open-transfers.ts';
import { endSpell } from './spells.ts';

const EndMembership = z.strictObject({
  memberId: id,
  how: code(END_WAYS),
  effectiveOn: date,
  decisionDocNo: optionalText(100),
  expectedVersion,
});
type EndMembership = z.output<typeof EndMembership>;

const actions: Record<EndWay, MembershipAction> = {
  left: 'leave',
  deemed_left: 'deem_left',
  expelled: 'expel',
  deceased: 'decease',
};
/** Never automatic: a committee has decided, and its document says so. */
const needsDecision: ReadonlySet<EndWay> = new Set<EndWay>(['deemed_left', 'expelled']);

/**
 * Refused MEMBERSHIP_STATE_WRONG, DECISION_DOC_MISSING, EFFECTIVE_IN_FUTURE,
 * EFFECTIVE_BEFORE_JOINING, EFFECTIVE_BEFORE_SPELL.
 */
export function decideEnd(
  standing: Standing,
  { how, effectiveOn, decisionDocNo }: Omit<EndMembership, 'memberId' | 'expectedVersion'>,
  today: CalendarDate,
): { next: MembershipState; left: MemberLeft } {
  const { memberId, unionId, codes, state } = standing;
  const next = nextState(state, actions[how]);
  if (needsDecision.has(how) && decisionDocNo === '')
    throw refused('DECISION_DOC_MISSING', { how });
  requireEffective(effectiveOn, standing, today);
  const wasRetained = state === 'RETAINED';
  const version = standing.version + 1;
  return { next, left: { memberId, unionId, how, effectiveOn, codes, wasRetained, version } };
}

export const endMembership = command({
  schema: EndMembership,
  permission: 'membership.member.end',
  async run(tx, ask): Promise<MembershipView> {
    const { member, standing } = await loadMember(tx, ask.memberId, ask.expectedVersion);
    const { next, left } = decideEnd(standing, ask, chinaDate(tx.now));
    member.state = next;
    member.decisionDocNo = ask.decisionDocNo || null;
    await tx.em.flush();
    if (!left.wasRetained) await endSpell(tx.sql, ask.memberId, ask.effectiveOn, 'left');
    await withdrawTransfers(tx.sql, ask.memberId, 'membership_ended');
    tx.emit(memberLeft, left);
    return member.view();
  },
});
