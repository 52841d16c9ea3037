import type { PaymentList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findPayments, PAYMENT_STATES, paymentView } from './payment.ts';

export const listPayments = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', ...PAYMENT_STATES], 'unknown_code')),
    cursor: cursor.pipe(optionalId),
    limit: limit(100),
  }),
  permission: 'finance.payment.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<PaymentList> {
    const found = await findPayments(sql, {
      unionId: ask.unionId || null,
      state: ask.state,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const nextCursor = found.length === ask.limit ? (found.at(-1)?.id ?? '') : '';
    return { items: found.map(paymentView), nextCursor };
  },
});
