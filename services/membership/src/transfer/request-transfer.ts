// A member is to move to another union of this node: asked by the member, the sending or the
// receiving union.
import type { Transfer as TransferView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { addDays, chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { nextState, type Standing } from '../member/life.ts';
import { Membership, standingOf } from '../member/member.ts';
import { command, type Sql } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { ASKERS, firstState, Transfer } from './transfer.ts';

const RequestTransfer = z.strictObject({
  memberId: id,
  toUnionId: id,
  effectiveOn: date,
  askedBy: code(ASKERS),
});
type RequestTransfer = z.output<typeof RequestTransfer>;

/**
 * Refused MEMBERSHIP_STATE_WRONG, TRANSFER_TO_SAME_UNION, EFFECTIVE_BEFORE_JOINING,
 * EFFECTIVE_BEFORE_SPELL, or EFFECTIVE_AFTER_EXPIRY for a date that comes when the request is long
 * dead. A date ahead is usual: the job changes next month.
 */
export function decideRequest(
  standing: Standing,
  { toUnionId, effectiveOn }: Pick<RequestTransfer, 'toUnionId' | 'effectiveOn'>,
  expiresOn: CalendarDate,
): void {
  const { state, unionId, joinedOn, since } = standing;
  nextState(state, 'request_transfer', 'complete_transfer');
  if (toUnionId === unionId) throw refused('TRANSFER_TO_SAME_UNION');
  if (effectiveOn < joinedOn) throw refused('EFFECTIVE_BEFORE_JOINING', { joinedOn });
  if (effectiveOn < since) throw refused('EFFECTIVE_BEFORE_SPELL', { since });
  if (effectiveOn > expiresOn) throw refused('EFFECTIVE_AFTER_EXPIRY', { expiresOn });
}

export const requestTransfer = command({
  schema: RequestTransfer,
  permission: 'membership.transfer.request',
  unions: (ask) => (ask.askedBy === 'receiver' ? [ask.toUnionId] : []),
  async run(tx, ask): Promise<TransferView> {
    const { em, sql, now } = tx;
    if (ask.askedBy === 'receiver') await tx.beyondScope('the member is in another union still');
    const { memberId, toUnionId, effectiveOn, askedBy } = ask;
    const requestedOn = chinaDate(now);
    const expiresOn = addDays(requestedOn, membershipPolicy('transfer.expiry', requestedOn));
    const member = await em.findOneOrFail(Membership, memberId, {
      failHandler: () => notFound('MEMBER_UNKNOWN', { memberId }),
    });
    const { standing } = await standingOf(sql, member);
    decideRequest(standing, ask, expiresOn);
    requireAdmitting(await findUnion(sql, toUnionId), toUnionId);
    await closeExpired(sql, memberId, requestedOn);
    const transfer = em.create(Transfer, {
      id: newId(),
      memberId,
      fromUnionId: standing.unionId,
      toUnionId,
      state: firstState(askedBy),
      askedBy,
      effectiveOn,
      requestedOn,
      expiresOn,
      reason: '',
    });
    await em.flush();
    return transfer.view();
  },
});

/**
 * A member has one open transfer at most; one past its day is closed here, where it would stand in
 * the way.
 */
async function closeExpired(sql: Sql, memberId: string, today: CalendarDate): Promise<void> {
  const open = await sql<{ transferId: string; expiresOn: CalendarDate }>`
    select id as "transferId", expires_on::text as "expiresOn" from transfer
    where member_id = ${memberId} and state in ('INITIATED', 'SENDER_CONFIRMED') for update`;
  for (const { transferId, expiresOn } of open) {
    if (expiresOn >= today) throw duplicate('TRANSFER_OPEN', { transferId });
    await sql`
      update transfer set state = 'EXPIRED', version = version + 1 where id = ${transferId}`;
  }
}
