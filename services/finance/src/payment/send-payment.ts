import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockPayment, paymentView, readPayment, requireState } from './payment.ts';

/** Saying so again changes nothing: whether the bank has the file is often not known, and asked twice. */
export const sendPayment = command({
  schema: z.strictObject({ paymentId: id }),
  permission: 'finance.payment.export',
  async run({ sql, actor, now }, { paymentId }): Promise<Payment> {
    const payment = await lockPayment(sql, paymentId);
    requireState(payment, 'EXPORTED', 'SENT');
    if (payment.state === 'EXPORTED') {
      await sql`
        update payment set state = 'SENT', sent_by = ${actor.id}, sent_at = ${now},
          version = version + 1
        where id = ${paymentId}`;
    }
    return paymentView(await readPayment(sql, paymentId));
  },
});
