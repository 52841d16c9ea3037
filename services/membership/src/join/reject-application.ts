import type { Membership as MembershipView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { memberRejected } from '@gonglian/contracts/membership.ts';
import { REJECT_REASONS } from '@gonglian/kernel/member.ts';
import { code, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { nextState } from '../member/life.ts';
import { loadMember } from '../member/member.ts';
import { command } from '../pipeline.ts';

const RejectApplication = z.strictObject({
  memberId: id,
  reason: code(REJECT_REASONS),
  expectedVersion,
});

/**
 * The committee does not admit an applicant, for a reason of the table; the person may apply again.
 */
export const rejectApplication = command({
  schema: RejectApplication,
  permission: 'membership.application.reject',
  async run(tx, { memberId, reason, expectedVersion: version }): Promise<MembershipView> {
    const { member } = await loadMember(tx, memberId, version);
    member.state = nextState(member.state, 'reject');
    await tx.em.flush();
    const { unionId } = member;
    tx.emit(memberRejected, { memberId, unionId, reason, version: member.version });
    return member.view();
  },
});
