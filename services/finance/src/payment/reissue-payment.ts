// What failed is asked for again as a new payment, with three signatures of its own; the line that failed stays as it was.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { canonicalJson } from '@gonglian/kernel/hash.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { lockPayment, paymentView, readPayment, requireState } from './payment.ts';
import { openPayee, readLines, type LineRow } from './payment-line.ts';
import { writePayment, type NewLine } from './write-payment.ts';

const empty = z.literal('');
const ReissuePayment = z.strictObject({
  paymentId: id,
  lines: z
    .array(
      z.strictObject({
        seq: z.int().positive('required'),
        payeeName: payeeName.or(empty),
        accountNumber: accountNumber.or(empty),
        bankCode: bankCode.or(empty),
      }),
    )
    .min(1, 'required')
    .max(2_000, 'too_many')
    .refine((lines) => new Set(lines.map(({ seq }) => seq)).size === lines.length, 'twice'),
});
type Again = z.output<typeof ReissuePayment>['lines'][number];

/** The lines asked about. Refused LINE_UNKNOWN, LINE_NOT_FAILED, LINE_REISSUED. */
export function decideReissue<Line extends Pick<LineRow, 'id' | 'seq' | 'state'>>(
  lines: readonly Line[],
  again: readonly { seq: number }[],
  reissued: ReadonlySet<string>,
): Line[] {
  return again.map(({ seq }) => {
    const line = lines.find((one) => one.seq === seq);
    if (!line) throw refused('LINE_UNKNOWN', { seq });
    if (line.state !== 'FAILED') throw refused('LINE_NOT_FAILED', { seq, state: line.state });
    if (reissued.has(line.id)) throw refused('LINE_REISSUED', { seq });
    return line;
  });
}

export const reissuePayment = command({
  schema: ReissuePayment,
  permission: 'finance.payment.reissue',
  async run(tx, ask): Promise<Payment> {
    const { sql, own, now } = tx;
    const payment = await lockPayment(sql, ask.paymentId);
    requireState(payment, 'RESULT', 'RECONCILED');
    const lines = await readLines(sql, payment.id);
    const failed = decideReissue(lines, ask.lines, await readReissued(tx, payment.id));
    const today = chinaDate(now);
    const paymentId = await writePayment(tx, {
      ...payment,
      fiscalYear: Number(today.slice(0, 4)),
      requestHash: own.vault.blindIndex('payment_request', canonicalJson(ask)),
      reissuesPaymentId: payment.id,
      dueOn: addDays(today, financePolicy('payment.due_days', today)),
      lines: failed.map((line, at) => againLine(tx, line, ask.lines[at] as Again)),
    });
    return paymentView(await readPayment(sql, paymentId));
  },
});

async function readReissued({ sql }: Tx, paymentId: string): Promise<Set<string>> {
  const rows = await sql<{ id: string }>`
    select l.id from payment_line as l join payment_line as r on r.reissue_of = l.id
    where l.payment_id = ${paymentId} and r.state <> 'REJECTED'`;
  return new Set(rows.map((row) => row.id));
}

/** The same amount for the same commitment; the account is where it most often went wrong. */
function againLine({ own }: Tx, line: LineRow, again: Again): NewLine {
  const payee = openPayee(own.vault, line);
  return {
    sourceSeq: line.sourceSeq,
    payeeKind: line.payeeKind,
    payeeName: again.payeeName || payee.name,
    accountNumber: again.accountNumber || payee.account,
    bankCode: again.bankCode || line.bankCode,
    amountFen: line.amountFen,
    purpose: line.purpose,
    projectCode: line.project,
    sourceCode: line.source,
    beneficiaryId: line.beneficiaryId,
    upperFen: line.upperFen,
    reissueOf: line.id,
  };
}
