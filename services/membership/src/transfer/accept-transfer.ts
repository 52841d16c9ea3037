// The receiving union accepts and the member moves: on the effective date one union counts one less
// and the other one more; number and joining date stay (domain §2.4).
import type { Transfer as TransferView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import type { MemberTransferred } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { memberTransferred } from '@gonglian/contracts/membership.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { nextState, requireEffective, type Standing } from '../member/life.ts';
import { Membership, standingOf } from '../member/member.ts';
import { endSpell, startSpell } from '../member/spells.ts';
import { command } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { decideTransfer, DecideTransfer, loadTransfer, type OpenTransfer } from './transfer.ts';

interface Moving extends OpenTransfer {
  id: string;
  fromUnionId: string;
  toUnionId: string;
  effectiveOn: CalendarDate;
}

/**
 * Refused TRANSFER_STATE_WRONG, TRANSFER_EXPIRED, MEMBERSHIP_STATE_WRONG, TRANSFER_SENDER_CHANGED,
 * EFFECTIVE_IN_FUTURE, EFFECTIVE_BEFORE_JOINING, EFFECTIVE_BEFORE_SPELL.
 */
export function decideAcceptance(
  transfer: Moving,
  standing: Standing,
  today: CalendarDate,
): MemberTransferred {
  decideTransfer(transfer, 'accept', today);
  const { id: transferId, fromUnionId, toUnionId, effectiveOn } = transfer;
  const { memberId, codes, version } = standing;
  nextState(standing.state, 'request_transfer', 'complete_transfer');
  if (standing.unionId !== fromUnionId) throw refused('TRANSFER_SENDER_CHANGED');
  requireEffective(effectiveOn, standing, today);
  const next = version + 1;
  return { memberId, transferId, fromUnionId, toUnionId, effectiveOn, codes, version: next };
}

export const acceptTransfer = command({
  schema: DecideTransfer,
  permission: 'membership.transfer.accept',
  async run(tx, ask): Promise<TransferView> {
    const { em, sql, emit, now } = tx;
    const transfer = await loadTransfer(em, ask);
    await tx.requireUnions([transfer.toUnionId]);
    await tx.beyondScope('the member is in the sending union still');
    const member = await em.findOneOrFail(Membership, transfer.memberId);
    const { standing, lastSpell } = await standingOf(sql, member);
    const transferred = decideAcceptance(transfer, standing, chinaDate(now));
    const { memberId, toUnionId: unionId, effectiveOn } = transferred;
    requireAdmitting(await findUnion(sql, unionId), unionId);
    transfer.state = 'COMPLETED';
    member.unionId = unionId;
    await em.flush();
    await endSpell(sql, memberId, effectiveOn, 'moved_out');
    const no = (lastSpell?.no ?? 0) + 1;
    const { codesId } = member;
    const start = { startedOn: effectiveOn, startKind: 'moved_in' as const };
    await startSpell(sql, { memberId, no, unionId, codesId, ...start });
    emit(memberTransferred, transferred);
    return transfer.view();
  },
});
