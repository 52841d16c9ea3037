// The bank's file is written once, sealed and kept with its hash: whatever happens after, it is the same file.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { accountPlace } from '../bank/bank-account.ts';
import { command, type Tx } from '../pipeline.ts';
import { bankFile, filePlace } from './bank-file.ts';
import { lockPayment, paymentView, readPayment, type PaymentRow } from './payment.ts';
import { openPayee, readLines } from './payment-line.ts';
import { decideExport } from './sign-rules.ts';

export const exportPayment = command({
  schema: z.strictObject({ paymentId: id }),
  permission: 'finance.payment.export',
  async run(tx, { paymentId }): Promise<Payment> {
    const { sql, actor, now, own } = tx;
    const payment = await lockPayment(sql, paymentId);
    if (decideExport(payment, actor) === 'written') return paymentView(payment);
    const text = await writeFile(tx, payment);
    await sql`
      update payment set state = 'EXPORTED', exported_by = ${actor.id}, exported_at = ${now},
        file = ${own.vault.seal(text, filePlace(paymentId))}, file_sha256 = ${sha256Hex(text)},
        version = version + 1
      where id = ${paymentId}`;
    return paymentView(await readPayment(sql, paymentId));
  },
});

async function writeFile({ sql, own }: Tx, payment: PaymentRow): Promise<string> {
  const { id: paymentId, unionId, bank, batchNo, lineCount, totalFen } = payment;
  const [from] = await sql<{ account: Buffer }>`
    select account from bank_account where union_id = ${unionId} and bank = ${bank}`;
  if (!from) throw refused('BANK_ACCOUNT_UNKNOWN', { bank });
  const debitAccount = own.vault.open(from.account, accountPlace(unionId, bank));
  const lines = (await readLines(sql, paymentId)).map((line) => {
    const { name: payeeName, account } = openPayee(own.vault, line);
    return { ...line, payeeName, account };
  });
  return bankFile({ batchNo, debitAccount, count: lineCount, totalFen }, lines);
}
