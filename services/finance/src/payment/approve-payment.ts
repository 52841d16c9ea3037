import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { expectedVersion, id, optionalDate, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideAvailability, lockBudgetLines, sumNeeds } from '../budget/availability.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { lockPayment, paymentView, readPayment, type PaymentRow } from './payment.ts';
import { readLines, type LineRow } from './payment-line.ts';
import { requirePermitted } from './earmark.ts';
import { decideFunds, drawsOf, lockFunds } from './fund.ts';
import { decideApproval } from './sign-rules.ts';
import { isSpending } from './write-payment.ts';

export const approvePayment = command({
  schema: z.strictObject({
    paymentId: id,
    expectedVersion,
    decisionNo: optionalText(100),
    decisionOn: optionalDate,
    decisionSha256: z.string().regex(/^([0-9a-f]{64})?$/, 'not_a_hash'),
  }),
  permission: 'finance.payment.approve',
  async run(tx, ask): Promise<Payment> {
    const { sql, actor, now } = tx;
    const payment = await lockPayment(sql, ask.paymentId);
    const lines = await readLines(sql, payment.id);
    const today = chinaDate(now);
    const beneficiaries = lines.map(({ beneficiaryId }) => beneficiaryId);
    decideApproval(payment, beneficiaries, actor, ask, {
      tiers: financePolicy('payment.tiers', today),
      collectiveFromFen: financePolicy('payment.collective_from_fen', today),
      today,
    });
    await requireBudget(tx, payment, lines);
    const projects = lines.map(({ project }) => project);
    await requirePermitted(sql, payment, projects, today);
    const draws = drawsOf(lines, payment);
    decideFunds(draws, await lockFunds(sql, payment, draws));
    await sql`
      update payment set state = 'APPROVED', approved_by = ${actor.id}, approved_at = ${now},
        decision_no = ${ask.decisionNo}, decision_on = ${ask.decisionOn || null},
        decision_sha256 = ${ask.decisionSha256}, version = version + 1
      where id = ${payment.id}`;
    return paymentView(await readPayment(sql, payment.id));
  },
});

/** The budget may have shrunk since it was asked: what the payment holds already must still fit. */
async function requireBudget(
  { sql }: Tx,
  payment: PaymentRow,
  lines: readonly LineRow[],
): Promise<void> {
  if (!isSpending(payment)) return;
  const needs = sumNeeds(lines).map((need) => ({ ...need, amountFen: 0 }));
  decideAvailability(needs, await lockBudgetLines(sql, payment, needs));
}
