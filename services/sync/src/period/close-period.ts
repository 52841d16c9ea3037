// Closes a year: what was published stays, what comes later waits for a restatement.
import type { Period } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { periodClosed } from '@gonglian/contracts/sync.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { writeCells } from '../cell/cell.ts';
import { command } from '../pipeline.ts';
import { year } from '../rollup/period.ts';
import { readPeriod } from './read-period.ts';

const ClosePeriod = z.strictObject({ period: year });

/** PERIOD_NOT_BEGUN for a year still to come, PERIOD_CLOSED for one that is closed, by itself or with a later one. */
export function decideClose(
  closedThrough: string,
  period: string,
  today: string,
): { period: string; closedOn: string } {
  if (period > today.slice(0, 4)) throw refused('PERIOD_NOT_BEGUN', { period });
  if (`${period}-12` <= closedThrough) throw refused('PERIOD_CLOSED', { period });
  return { period, closedOn: today };
}

export const closePeriod = command({
  schema: ClosePeriod,
  permission: 'sync.period.close',
  async run(tx, ask): Promise<Period> {
    const { closedThrough } = await writeCells(tx);
    const closed = decideClose(closedThrough, ask.period, chinaDate(tx.now));
    await tx.sql`
      insert into period (year, closed_at) values (${closed.period}, ${tx.now.toISOString()})`;
    tx.emit(periodClosed, closed);
    return readPeriod(tx.sql, closed.period);
  },
});
