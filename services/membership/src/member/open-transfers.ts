import type { Sql } from '../pipeline.ts';

/**
 * Withdraws a member's open transfer when the membership ends or rests: there is nothing left to
 * move.
 */
export async function withdrawTransfers(
  sql: Sql,
  memberId: string,
  reason: 'membership_retained' | 'membership_ended',
): Promise<void> {
  await sql`
    update transfer set state = 'WITHDRAWN', reason = ${reason}, version = version + 1
    where member_id = ${memberId} and state in ('INITIATED', 'SENDER_CONFIRMED')`;
}
