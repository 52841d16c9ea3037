// The bank's receipt: what it has paid is paid and in the books, what failed is free of the budget and can be reissued.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { paymentFailed, paymentSettled } from '@gonglian/contracts/finance.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { fileContent, readBankFile } from '../bank/read-bank-file.ts';
import { matchStatement } from '../bank/match-statement.ts';
import { reconcilePayments } from '../bank/reconcile-payments.ts';
import { closePaidGrants } from '../grant/close-grants.ts';
import { findOrdered, putInUse, withAsset } from '../asset/put-in-use.ts';
import { closePaid } from '../refund/close-paid.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { command, type Tx } from '../pipeline.ts';
import { lockPayment, paymentView, readPayment, type PaymentRow } from './payment.ts';
import { readLines, type LineRow } from './payment-line.ts';
import { paymentVoucher } from './payment-voucher.ts';
import {
  decideResult,
  parseResults,
  RESULT_COLUMNS,
  resultHash,
  type LineResult,
} from './result-file.ts';

const RecordBankResult = z.strictObject({
  paymentId: id,
  fileName: text(100),
  content: fileContent,
});

export const recordBankResult = command({
  schema: RecordBankResult,
  permission: 'finance.payment.settle',
  prepare: async ({ own }, ask) => parseResults(await readBankFile(own.vault, ask, RESULT_COLUMNS)),
  async run(tx, { paymentId }, results): Promise<Payment> {
    const { sql, actor, now } = tx;
    const payment = await lockPayment(sql, paymentId);
    const lines = await readLines(sql, paymentId);
    if (decideResult(payment, lines, results, chinaDate(now)) === 'taken')
      return paymentView(payment);
    await settle(tx, payment, lines, results);
    await sql`
      update payment set state = 'RESULT', result_by = ${actor.id}, result_at = ${now},
        result_sha256 = ${resultHash(results)}, version = version + 1
      where id = ${paymentId}`;
    const paidOn = results.reduce((last, one) => (one.paidOn > last ? one.paidOn : last), '');
    await closePaid(tx, payment, paidOn);
    await closePaidGrants(tx, payment);
    // The statement may have come before the result.
    await matchStatement(tx, payment.unionId, payment.bank);
    await reconcilePayments(sql, payment.unionId, payment.bank);
    return paymentView(await readPayment(sql, paymentId));
  },
});

interface Settled {
  line: LineRow;
  result: LineResult;
  voucherNo: number | null;
}

async function settle(
  tx: Tx,
  payment: PaymentRow,
  lines: readonly LineRow[],
  results: readonly LineResult[],
): Promise<void> {
  // decideResult found the same places in the same order on both sides.
  const all = lines.map((line, at) => ({ line, result: results[at] as LineResult }));
  const paid = all.filter(({ result }) => result.paid);
  const cards = await findOrdered(tx.sql, payment, paid);
  const vouchers = paid.map(({ line, result }) =>
    withAsset(paymentVoucher(payment, line, result.paidOn), cards.get(line.beneficiaryId)),
  );
  const posted = paid.length === 0 ? [] : await postVouchers(tx, payment.unionId, vouchers);
  const numbers = new Map(
    posted.map(({ no, refusal }, at) => {
      // What the bank has done and the books do not take is for a person to mend; nothing of the result is kept.
      if (refusal) throw refused(refusal.code, refusal.details);
      return [paid[at]?.line.id, no];
    }),
  );
  const settled = all.map((one) => ({ ...one, voucherNo: numbers.get(one.line.id) ?? null }));
  await writeResults(tx, settled);
  const bought = settled.filter(({ line }) => cards.has(line.beneficiaryId));
  await putInUse(
    tx.sql,
    bought.flatMap(({ line: { beneficiaryId }, result: { paidOn }, voucherNo }) =>
      voucherNo === null ? [] : [{ assetId: beneficiaryId, paidOn, voucherNo }],
    ),
  );
  for (const one of settled) emitOne(tx, payment, one);
}

async function writeResults({ sql }: Tx, settled: readonly Settled[]): Promise<void> {
  await sql`
    update payment_line as l set state = case when r.no is null then 'FAILED' else 'PAID' end,
      bank_serial = r.serial, failure_code = r.failure, paid_on = nullif(r.paid_on, '')::date,
      voucher_no = r.no
    from unnest(${settled.map(({ line }) => line.id)}::uuid[],
      ${settled.map(({ voucherNo }) => voucherNo)}::bigint[],
      ${settled.map(({ result }) => result.bankSerial)}::text[],
      ${settled.map(({ result }) => result.failureCode)}::text[],
      ${settled.map(({ result }) => result.paidOn)}::text[]) as r(id, no, serial, failure, paid_on)
    where l.id = r.id`;
}

function emitOne({ emit }: Tx, payment: PaymentRow, { line, result, voucherNo }: Settled): void {
  const common = {
    paymentId: payment.id,
    lineId: line.id,
    unionId: payment.unionId,
    sourceService: payment.sourceService,
    sourceId: payment.sourceId,
    sourceSeq: line.sourceSeq,
    amountFen: BigInt(line.amountFen),
  };
  if (voucherNo === null) {
    emit(paymentFailed, { ...common, failureCode: result.failureCode });
    return;
  }
  emit(paymentSettled, {
    ...common,
    purposeCode: payment.purposeCode,
    expenditureCode: payment.accountCode,
    projectCode: line.project,
    sourceCode: line.source,
    paidOn: result.paidOn,
    voucherNo: BigInt(voucherNo),
  });
}
