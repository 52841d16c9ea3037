// The file that a bank takes (domain §5.10): a head that says how much, then a line a payee. Amounts are fen.
import { csvLines } from '@gonglian/sheets/csv-lines.ts';

/** What the file is sealed to. */
export const filePlace = (paymentId: string) => `payment.file.${paymentId}`;

export interface FileHead {
  batchNo: string;
  debitAccount: string;
  count: number;
  totalFen: number;
}

export interface FileLine {
  seq: number;
  payeeName: string;
  account: string;
  bankCode: string;
  amountFen: number;
  purpose: string;
  project: string;
  source: string;
  beneficiaryId: string;
}

const HEAD = ['batch_no', 'debit_account', 'currency', 'count', 'total_fen'];
const LINE = [
  'seq',
  'payee_name',
  'account_no',
  'bank_code',
  'amount_fen',
  'purpose',
  'project_code',
  'source_code',
  'beneficiary_id',
];

/** The same content gives the same bytes. */
export function bankFile(head: FileHead, lines: readonly FileLine[]): string {
  const { batchNo, debitAccount, count, totalFen } = head;
  return csvLines([
    HEAD,
    [batchNo, debitAccount, 'CNY', String(count), String(totalFen)],
    LINE,
    ...lines.map((line) => [
      String(line.seq),
      line.payeeName,
      line.account,
      line.bankCode,
      String(line.amountFen),
      line.purpose,
      line.project,
      line.source,
      line.beneficiaryId,
    ]),
  ]);
}
