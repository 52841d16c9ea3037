import type { Leg, VoucherToPost } from '../ledger/voucher.ts';
import type { PaymentRow } from './payment.ts';
import type { LineRow } from './payment-line.ts';
import { drawsOf, isEntrusted } from './fund.ts';
import { isSpending } from './write-payment.ts';

type Paying = Pick<
  PaymentRow,
  'batchNo' | 'bank' | 'accountCode' | 'madeBy' | 'checkedBy' | 'approvedBy' | 'fileSha256'
>;
type Paid = Pick<
  LineRow,
  'id' | 'seq' | 'amountFen' | 'upperFen' | 'project' | 'source' | 'beneficiaryId'
>;

/** One paid line in the books: what it was spent on, what left the bank, and from which pots to whom. */
export function paymentVoucher(payment: Paying, line: Paid, paidOn: string): VoucherToPost {
  const { bank, batchNo } = payment;
  // Whoever asked knows whom it means; here it is a commitment and no person.
  const to = { kind: 'recipient', key: line.beneficiaryId || line.id } as const;
  const cash = { account: { code: '102', mark: bank }, amountFen: -line.amountFen };
  return {
    key: `payment-line:${line.id}`,
    kind: 'PAYMENT',
    eventOn: paidOn,
    summary: `付款 ${batchNo} 第 ${line.seq} 笔`,
    docKind: 'PAYMENT_LINE',
    docId: line.id,
    docHash: payment.fileSha256,
    makerId: payment.madeBy,
    checkerId: payment.checkedBy,
    approverId: payment.approvedBy,
    legs: [...debits(payment, line), cash],
    moves: drawsOf([line], payment).map(({ pot, fen }) => ({ from: pot, to, amountFen: fen })),
  };
}

/** An expense; less owed to whoever entrusted it; or, of a refund, less income and less owed to the levels above (domain §5.5). */
function debits(payment: Paying, { project, source, amountFen, upperFen }: Paid): Leg[] {
  const { accountCode: code } = payment;
  const mark = `${project === '' ? 'basic' : 'project'}.${source}`;
  if (isSpending(payment)) return [{ account: { code, project, mark }, amountFen }];
  if (isEntrusted(payment)) return [{ account: { code, project }, amountFen }];
  const legs: Leg[] = [
    { account: { code }, amountFen: amountFen - upperFen },
    { account: { code: '211' }, amountFen: upperFen },
  ];
  return legs.filter((leg) => leg.amountFen !== 0);
}
