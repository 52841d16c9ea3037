import { id } from '@gonglian/service/fields.ts';
import { chinaDate, monthOf } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { changePeriod } from './change-period.ts';
import { period } from './voucher-fields.ts';

export const closeBookPeriod = command({
  schema: z.strictObject({ unionId: id, period }),
  permission: 'finance.period.close',
  unions: ({ unionId }) => [unionId],
  run(tx, ask) {
    // Closing takes every month before with it; a month that has not begun would take the present one.
    if (ask.period > monthOf(chinaDate(tx.now)))
      throw refused('PERIOD_AHEAD', { period: ask.period });
    return changePeriod(tx, { ...ask, change: 'CLOSED', reason: '' });
  },
});
