import type { PaymentDetail } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { paymentView, readPayment } from './payment.ts';
import { lineView, readLines } from './payment-line.ts';

export const getPayment = query({
  schema: z.strictObject({ paymentId: id }),
  permission: 'finance.payment.read',
  async run({ sql, own }, { paymentId }): Promise<PaymentDetail> {
    const payment = await readPayment(sql, paymentId);
    const lines = await readLines(sql, paymentId);
    return { payment: paymentView(payment), lines: lines.map((line) => lineView(own.vault, line)) };
  },
});
