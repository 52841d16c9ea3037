// Removes what is past its day of who was logged in when: some at a time, each hour.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { asOwnWork, keepWorking } from '@gonglian/service/own-work.ts';
import type { Tx as ServiceTx } from '@gonglian/service/use-case.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { organisationPolicy } from '../policy.ts';
import type { Own } from '../pipeline.ts';

const LOOK_EVERY_MS = 3_600_000;
/** One transaction of the work: nobody who logs in waits for more. */
const SESSIONS_MAX = 1_000;

/** Runs until it is stopped. */
export function keepSessions(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  let lookAt = 0;
  const look = async () => {
    if (Date.now() < lookAt) return false;
    const removed = await asOwnWork(running, 'sessions', removeOldSessions);
    if (removed < SESSIONS_MAX) lookAt = Date.now() + LOOK_EVERY_MS;
    return removed === SESSIONS_MAX;
  };
  return keepWorking('the removal of old sessions', look, log);
}

/**
 * Answers how many went. Whatever ended a session, it was over at its end of hours; so none is removed that still
 * opens anything, and none before its months are over.
 */
export async function removeOldSessions({
  sql,
  now,
}: Pick<ServiceTx<Own>, 'sql' | 'now'>): Promise<number> {
  const today = chinaDate(now);
  const months = organisationPolicy('log.retain_months', today);
  const rows = await sql<{ id: string }>`
    delete from login_session where id = any(array(
      select id from login_session
      where ends_at < (${today}::date - make_interval(months => ${months})) at time zone 'Asia/Shanghai'
      order by ends_at limit ${SESSIONS_MAX} for update skip locked))
    returning id`;
  return rows.length;
}
