// How much there is to look at, for the workbench: the list itself is a screen of its own.
import type { FinanceTaskGroup } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';
import { ALERT_KINDS, alertLimits } from './limits.ts';
import { READERS } from './read-alerts.ts';

/** One group of all kinds; count 0 where nothing is to be looked at. */
export async function countAlerts(sql: Sql, today: CalendarDate): Promise<FinanceTaskGroup> {
  const of = { ...alertLimits(today), unionId: '', shown: 1 };
  const all: FinanceTaskGroup = { kind: 'spending_alert', count: 0, dueOn: '', oldestOn: '' };
  for (const kind of ALERT_KINDS) {
    const [first] = await READERS[kind](sql, of);
    if (!first) continue;
    all.count += first.count;
    all.dueOn = earlier(all.dueOn, first.firstDueOn);
    all.oldestOn = earlier(all.oldestOn, first.oldestOn);
  }
  return all;
}

/** The earlier of two days; empty is none. */
function earlier(a: string, b: string): string {
  if (a === '' || b === '') return a || b;
  return a < b ? a : b;
}
