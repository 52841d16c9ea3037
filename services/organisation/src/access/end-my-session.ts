import { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';

const EndMySession = z.strictObject({ sessionId: id });

/** Another browser is logged out; somebody else's session is answered like one that does not exist. */
export const endMySession = command({
  schema: EndMySession,
  permission: 'organisation.my-session.end',
  async run(tx, { sessionId }) {
    const ended = await tx.sql`
      update login_session set closed_at = coalesce(closed_at, ${tx.now.toISOString()}::timestamptz)
      where id = ${sessionId} and account_id::text = ${tx.actor.id}
      returning id`;
    if (ended.length === 0) throw notFound('SESSION_UNKNOWN');
    return Session.fromPartial({ sessionId });
  },
});
