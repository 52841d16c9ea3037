import type { VoucherToPost } from '../ledger/voucher.ts';
import type { PaymentRow } from './payment.ts';
import type { LineRow } from './payment-line.ts';
import { potOf } from './fund.ts';

type Paying = Pick<
  PaymentRow,
  'batchNo' | 'bank' | 'accountCode' | 'madeBy' | 'checkedBy' | 'approvedBy' | 'fileSha256'
>;
type Paid = Pick<LineRow, 'id' | 'seq' | 'amountFen' | 'project' | 'source' | 'beneficiaryId'>;

/** One paid line in the books: what it was spent on, what left the bank, and from which pot to whom. */
export function paymentVoucher(payment: Paying, line: Paid, paidOn: string): VoucherToPost {
  const { accountCode: code, bank, batchNo } = payment;
  const { project, source, amountFen } = line;
  const mark = `${project === '' ? 'basic' : 'project'}.${source}`;
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
    legs: [
      { account: { code, project, mark }, amountFen },
      { account: { code: '102', mark: bank }, amountFen: -amountFen },
    ],
    // Whoever asked knows whom it means; here it is a commitment and no person.
    moves: [
      {
        from: potOf(project, bank),
        to: { kind: 'recipient', key: line.beneficiaryId || line.id },
        amountFen,
      },
    ],
  };
}
