import { paymentRejected } from '@gonglian/contracts/finance.ts';
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockPayment, paymentView, readPayment } from './payment.ts';
import { decideRejection } from './sign-rules.ts';

export const rejectPayment = command({
  schema: z.strictObject({ paymentId: id, expectedVersion, reason: text(200) }),
  permission: 'finance.payment.reject',
  async run({ sql, actor, emit }, ask): Promise<Payment> {
    const payment = await lockPayment(sql, ask.paymentId);
    decideRejection(payment, ask);
    await sql`update payment_line set state = 'REJECTED' where payment_id = ${payment.id}`;
    await sql`
      update payment set state = 'REJECTED', rejected_by = ${actor.id},
        reject_reason = ${ask.reason}, version = version + 1
      where id = ${payment.id}`;
    const { id: paymentId, unionId, sourceService, sourceId } = payment;
    const reissued = payment.reissuesPaymentId !== '';
    emit(paymentRejected, { paymentId, unionId, sourceService, sourceId, reissued });
    return paymentView(await readPayment(sql, payment.id));
  },
});
