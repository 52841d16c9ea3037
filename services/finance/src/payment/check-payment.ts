import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockPayment, paymentView, readPayment } from './payment.ts';
import { decideCheck } from './sign-rules.ts';

export const checkPayment = command({
  schema: z.strictObject({ paymentId: id, expectedVersion }),
  permission: 'finance.payment.check',
  async run({ sql, actor, now }, ask): Promise<Payment> {
    const payment = await lockPayment(sql, ask.paymentId);
    decideCheck(payment, actor, ask);
    await sql`
      update payment set state = 'CHECKED', checked_by = ${actor.id}, checked_at = ${now},
        version = version + 1
      where id = ${payment.id}`;
    return paymentView(await readPayment(sql, payment.id));
  },
});
