// The State Council amends a calendar, as it did on 2020-01-26: until when each order is to be answered whose clock runs by
// working days is worked out again. Orders of one day with the same limit have the same days: each is counted once, by the
// rule of clock.ts, and written by one statement.
import type { RecomputedDues } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { nothing } from '@gonglian/service/fields.ts';
import { command, type Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginningOf, decideDue, type Due } from './clock.ts';
import { RUNNING } from './steps.ts';

const CLOCKS_MAX = 100_000;

export const recomputeWorkOrderDues = command({
  schema: nothing,
  permission: 'welfare.work-order.recompute',
  async run({ sql, now }): Promise<RecomputedDues> {
    const yellowPercent = welfarePolicy('hotline.yellow_percent', chinaDate(now));
    const clocks = await readClocks(sql);
    if (clocks.length > CLOCKS_MAX) throw refused('WORK_ORDERS_TOO_MANY', { max: CLOCKS_MAX });
    const dues = clocks.map(({ day, days, extensionDays, stops }) => {
      const startedAt = beginningOf(day);
      const counted = 'WORKING' as const;
      return decideDue({ startedAt, days, counted, extensionDays, stops }, yellowPercent);
    });
    const running = clocks.reduce((sum, { orders }) => sum + orders, 0);
    return { running, changed: await write(sql, clocks, dues) };
  },
});

interface RunningClock {
  day: string;
  days: number;
  extensionDays: number;
  stops: string[];
  orders: number;
}

/** Whose clock stands because the caller is waited for gets its day when it goes on. Of the same day no calendar is asked. */
const readClocks = (sql: Sql): Promise<RunningClock[]> =>
  sql<RunningClock>`
    select (started_at at time zone 'Asia/Shanghai')::date::text as day, limit_days as days,
      extension_days as "extensionDays", stops, count(*)::int as orders
    from work_order
    where state = any(${RUNNING}::text[]) and counted = 'WORKING' and limit_days + extension_days > 0
    group by 1, 2, 3, 4 limit ${CLOCKS_MAX + 1}`;

/** By one document of all clocks: a join of them is planned well only where the table was analysed since it grew. */
async function write(
  sql: Sql,
  clocks: readonly RunningClock[],
  dues: readonly Due[],
): Promise<number> {
  const known = Object.fromEntries(
    clocks.map(({ day, days, extensionDays, stops }, n) => [
      [day, days, extensionDays, ...stops].join(' '),
      [dues[n]?.dueOn, dues[n]?.yellowAt.toISOString()],
    ]),
  );
  const [written] = await sql<{ changed: number }>`
    with running as (
      select order_id, ${JSON.stringify(known)}::jsonb -> concat_ws(' ',
        (started_at at time zone 'Asia/Shanghai')::date::text, limit_days, extension_days,
        nullif(array_to_string(stops, ' '), '')) as due
      from work_order
      where state = any(${RUNNING}::text[]) and counted = 'WORKING' and limit_days + extension_days > 0),
    changed as (
      update work_order as o set due_on = (r.due ->> 0)::date, yellow_at = (r.due ->> 1)::timestamptz,
        version = o.version + 1
      from running as r
      where o.order_id = r.order_id
        and (o.due_on <> (r.due ->> 0)::date or o.yellow_at <> (r.due ->> 1)::timestamptz)
      returning 1)
    select count(*)::int as changed from changed`;
  return written?.changed ?? 0;
}
