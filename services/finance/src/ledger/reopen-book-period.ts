import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { changePeriod } from './change-period.ts';
import { period } from './voucher-fields.ts';

/** By the chair, not by whoever keeps the book: what was closed was reported. */
export const reopenBookPeriod = command({
  schema: z.strictObject({ unionId: id, period, reason: text(500) }),
  permission: 'finance.period.reopen',
  unions: ({ unionId }) => [unionId],
  run: (tx, ask) => changePeriod(tx, { ...ask, change: 'REOPENED' }),
});
