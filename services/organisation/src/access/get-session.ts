import { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { isoTime, standingOf, type Account, type LoginSession } from './account.ts';
import { isLive, SESSION_LIFE } from './session-life.ts';

const GetSession = z.strictObject({
  sessionKey: z.string().min(1, 'required').max(64, 'too_long'),
  quiet: z.boolean(),
});

// How exactly it is known when a session was last used; to the second would be a write a request.
const SEEN_EVERY_MS = 60_000;

/** A session that is over, or was never there, is answered as not live and with nothing else. */
export const getSession = query({
  schema: GetSession,
  permission: 'organisation.session.read',
  async run(tx, { sessionKey, quiet }) {
    const life = { ...SESSION_LIFE, ...tx.own.access?.life };
    const [row] = await tx.sql<LoginSession & { accountId: string; no: string; name: string }>`
      select s.id, (extract(epoch from s.opened_at) * 1000)::float8 as "openedMs",
        (extract(epoch from s.seen_at) * 1000)::float8 as "seenMs",
        (extract(epoch from s.ends_at) * 1000)::float8 as "endsMs",
        (extract(epoch from s.closed_at) * 1000)::float8 as "closedMs",
        a.id as "accountId", a.no::text as no, a.display_name as name
      from login_session as s join account as a on a.id = s.account_id
      where s.key_hash = ${sha256Hex(sessionKey)}`;
    const nowMs = tx.now.getTime();
    if (!row || !isLive(row, life, nowMs)) return Session.fromPartial({});
    const account: Account = { id: row.accountId, no: row.no, displayName: row.name };
    const stale = !quiet && nowMs - row.seenMs > SEEN_EVERY_MS;
    const session = stale ? { ...row, seenMs: nowMs } : row;
    if (stale) {
      await tx.sql`
        update login_session set seen_at = ${isoTime(nowMs)}::timestamptz where id = ${row.id}`;
    }
    return standingOf(tx, account, life, session);
  },
});
