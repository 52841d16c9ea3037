import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockPayment, paymentView, readPayment, requireState } from './payment.ts';

/** Refused PAYMENT_STATE_WRONG; FAILED_LINES_OPEN where lines are neither reissued nor given up with a reason. */
export function decideClose(
  payment: { state: string },
  { open, reason }: { open: number; reason: string },
): void {
  requireState(payment, 'RECONCILED');
  if (open > 0 && reason === '') throw refused('FAILED_LINES_OPEN', { lines: open });
}

export const closePayment = command({
  schema: z.strictObject({ paymentId: id, reason: optionalText(200) }),
  permission: 'finance.payment.settle',
  async run({ sql }, { paymentId, reason }): Promise<Payment> {
    const payment = await lockPayment(sql, paymentId);
    const [failed] = await sql<{ open: number }>`
      select count(*)::int as open from payment_line as l
      where l.payment_id = ${paymentId} and l.state = 'FAILED' and not exists (
        select from payment_line as r where r.reissue_of = l.id and r.state <> 'REJECTED')`;
    decideClose(payment, { open: failed?.open ?? 0, reason });
    await sql`
      update payment set state = 'CLOSED', close_reason = ${reason}, version = version + 1
      where id = ${paymentId}`;
    return paymentView(await readPayment(sql, paymentId));
  },
});
