// How often an account is shown whole values of people: counted by the access log, whatever the service shows.
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { busy, isRefusal } from '@gonglian/kernel/refusal.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Sql, Tx } from './use-case.ts';

/** How long a whole value stays on a screen. */
export const SHOWN_SECONDS = 60;
const HOUR_MS = 3_600_000;

interface Used {
  today: number;
  lastHour: number;
}
export interface Budget {
  dailyMax: number;
  hourlyMax: number;
}

/** How many are left of the day after one more; busy REVEALS_SPENT or REVEALS_TOO_MANY where none is. */
export function decideBudget(used: Used, { dailyMax, hourlyMax }: Budget): number {
  if (used.today >= dailyMax) throw busy('REVEALS_SPENT', { dailyMax });
  if (used.lastHour >= hourlyMax) throw busy('REVEALS_TOO_MANY', { hourlyMax });
  return dailyMax - used.today - 1;
}

/**
 * Counts what this account has seen by the access log, one at a time. Who reaches a limit is stopped, and somebody is
 * told whom to look at.
 */
export async function spendReveal(
  { sql, own, actor, now }: Pick<Tx<{ log: Logger }>, 'sql' | 'own' | 'actor' | 'now'>,
  budget: Budget,
): Promise<number> {
  const today = chinaDate(now);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reveal ${actor.id}`}, 0))`;
  const used = await countReveals(sql, actor.id, today, new Date(now.getTime() - HOUR_MS));
  try {
    return decideBudget(used, budget);
  } catch (error) {
    if (isRefusal(error)) {
      const stopped = { code: error.code, account: actor.id, count: used.today };
      own.log.warn(stopped, 'an account was stopped from revealing');
    }
    throw error;
  }
}

async function countReveals(
  sql: Sql,
  account: string,
  today: CalendarDate,
  hourAgo: Date,
): Promise<Used> {
  const [used] = await sql<Used>`
    select count(*) filter (where at >= day.began)::int as today,
      count(*) filter (where at > ${hourAgo})::int as "lastHour"
    from access_log,
      (select ${today}::date::timestamp at time zone 'Asia/Shanghai') as day(began)
    where account_id = ${account} and how = 'reveal' and at >= least(day.began, ${hourAgo})`;
  return used ?? { today: 0, lastHour: 0 };
}
