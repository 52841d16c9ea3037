import { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';

const EndSession = z.strictObject({ sessionId: id });

/** Somebody logs out at the gateway; a session that has ended already stays ended. */
export const endSession = command({
  schema: EndSession,
  permission: 'organisation.session.end',
  async run(tx, { sessionId }) {
    const ended = await tx.sql`
      update login_session set closed_at = coalesce(closed_at, ${tx.now.toISOString()}::timestamptz)
      where id = ${sessionId}
      returning id`;
    if (ended.length === 0) throw notFound('SESSION_UNKNOWN');
    return Session.fromPartial({ sessionId });
  },
});
