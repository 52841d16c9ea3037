import { chinaDate } from '@gonglian/kernel/dates.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import {
  findAccount,
  isoTime,
  readOpenSessions,
  standingOf,
  type Account,
  type LoginSession,
  type Vouched,
} from './account.ts';
import { HeldDuty, lockDuties } from './held-duty.ts';
import { decideEnd, decideRoom, isLive, SESSION_LIFE } from './session-life.ts';

const OpenSession = z.strictObject({
  issuer: z.string().min(1, 'required').max(300, 'too_long'),
  // OpenID Connect Core 2: at most 255 characters, compared as they are.
  subject: z.string().min(1, 'required').max(255, 'too_long'),
  displayName: optionalText(100),
  methods: z.array(z.string().min(1).max(40, 'too_long')).max(20, 'too_many'),
  sessionKey: z.string().regex(/^([A-Za-z0-9_-]{43})?$/, 'not_a_session_key'),
});
type OpenSession = z.output<typeof OpenSession>;

/** A fresh node has nobody who could grant a duty: those it was told of become its administrator. */
export function decideFirstAdmin(
  vouched: Vouched,
  firstAdmins: readonly Vouched[],
  anyAdmin: boolean,
): boolean {
  if (anyAdmin) return false;
  return firstAdmins.some(
    ({ issuer, subject }) => issuer === vouched.issuer && subject === vouched.subject,
  );
}

export const openSession = command({
  schema: OpenSession,
  permission: 'organisation.session.open',
  async run(tx, ask) {
    const account = await makeKnown(tx, ask);
    await grantFirstAdmin(tx, ask, account);
    const life = { ...SESSION_LIFE, ...tx.own.access?.life };
    const session = ask.sessionKey === '' ? undefined : await insertSession(tx, account, ask);
    return standingOf(tx, account, life, session);
  },
});

/** The number is drawn at the first log-in only, so that it stays short. */
async function makeKnown(tx: Tx, { issuer, subject, displayName }: OpenSession): Promise<Account> {
  if (!(await findAccount(tx, issuer, subject))) {
    await tx.sql`
      insert into account (id, issuer, subject, display_name, first_seen_at)
      values (${newId()}, ${issuer}, ${subject}, ${displayName},
        ${tx.now.toISOString()}::timestamptz)
      on conflict (issuer, subject) do nothing`;
  }
  // The update also keeps a second log-in of the same person waiting, so that sessions are counted.
  const [account] = await tx.sql<Account>`
    update account set display_name = ${displayName}
    where issuer = ${issuer} and subject = ${subject}
    returning id, no::text as no, display_name as "displayName"`;
  if (!account) throw new Error('the account vanished while it was made known');
  return account;
}

async function grantFirstAdmin(tx: Tx, ask: OpenSession, account: Account): Promise<void> {
  const firstAdmins = tx.own.access?.firstAdmins ?? [];
  if (!decideFirstAdmin(ask, firstAdmins, false)) return;
  await lockDuties(tx);
  const { rootUnionId } = tx.own;
  const admins = await tx.sql`
    select 1 from duty where duty = 'admin' and scope_union_id = ${rootUnionId}
      and ended_on is null limit 1`;
  if (!decideFirstAdmin(ask, firstAdmins, admins.length > 0)) return;
  tx.em.create(HeldDuty, {
    id: newId(),
    accountId: account.id,
    duty: 'admin',
    scopeUnionId: rootUnionId,
    memberId: null,
    grantedOn: chinaDate(tx.now),
    grantedBy: tx.actor.id,
    endedOn: null,
    endedBy: null,
    endedReason: null,
  });
  await tx.em.flush();
}

async function insertSession(tx: Tx, account: Account, ask: OpenSession): Promise<LoginSession> {
  const life = { ...SESSION_LIFE, ...tx.own.access?.life };
  const nowMs = tx.now.getTime();
  // One more than may be open: what is closed here was at most one log-in too many.
  const sessions = await readOpenSessions(tx, account.id, life.openMax + 1);
  const live = sessions.filter((one) => isLive(one, life, nowMs));
  const over = [...sessions.filter((one) => !live.includes(one)), ...decideRoom(live, life)];
  await tx.sql`
    update login_session set closed_at = ${tx.now.toISOString()}::timestamptz
    where id = any(${over.map((one) => one.id)}::uuid[])`;
  const endsMs = decideEnd(nowMs, life);
  const session = { id: newId(), openedMs: nowMs, seenMs: nowMs, endsMs, closedMs: null };
  await tx.sql`
    insert into login_session (id, key_hash, account_id, methods, opened_at, seen_at, ends_at)
    values (${session.id}, ${sha256Hex(ask.sessionKey)}, ${account.id}, ${ask.methods}::text[],
      ${isoTime(nowMs)}::timestamptz, ${isoTime(nowMs)}::timestamptz,
      ${isoTime(endsMs)}::timestamptz)`;
  return session;
}
