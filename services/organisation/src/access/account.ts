import type { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type { Reading } from '../pipeline.ts';
import { readOpenDuties } from './held-duty.ts';
import { expiresMs, type SessionLife, type SessionTimes } from './session-life.ts';

export interface Account {
  readonly id: string;
  readonly no: string;
  readonly displayName: string;
}

export interface LoginSession extends SessionTimes {
  readonly id: string;
}

/** Whom a provider calls what, as the node was told at its start. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
}

/** What a person reads out: A-000123. */
export const accountNo = (no: string): string => `A-${no.padStart(6, '0')}`;

export const isoTime = (ms: number): string => new Date(ms).toISOString();

/** The sessions of an account that nobody has closed, the newest first; some may have run out. */
export function readOpenSessions(
  tx: Reading,
  accountId: string,
  max: number,
): Promise<LoginSession[]> {
  return tx.sql<LoginSession>`
    select id, (extract(epoch from opened_at) * 1000)::float8 as "openedMs",
      (extract(epoch from seen_at) * 1000)::float8 as "seenMs",
      (extract(epoch from ends_at) * 1000)::float8 as "endsMs", null as "closedMs"
    from login_session where account_id = ${accountId} and closed_at is null
    order by opened_at desc, id desc limit ${max}`;
}

/** Undefined where a provider has not vouched for that subject here yet. */
export async function findAccount(
  tx: Reading,
  issuer: string,
  subject: string,
): Promise<Account | undefined> {
  const [account] = await tx.sql<Account>`
    select id, no::text as no, display_name as "displayName" from account
    where issuer = ${issuer} and subject = ${subject}`;
  return account;
}

/** An account as it stands now, with the duties it holds and, where there is one, its session. */
export async function standingOf(
  tx: Reading,
  account: Account,
  life: SessionLife,
  session?: LoginSession,
): Promise<Session> {
  const duties = await readOpenDuties(tx, [account.id]);
  return {
    sessionId: session?.id ?? '',
    accountId: account.id,
    accountNo: accountNo(account.no),
    displayName: account.displayName,
    live: true,
    openedAt: session ? isoTime(session.openedMs) : '',
    expiresAt: session ? isoTime(expiresMs(session, life)) : '',
    duties: duties.get(account.id) ?? [],
  };
}
