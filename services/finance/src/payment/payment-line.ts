// A line of a payment as it is kept: what names a payee or an account is sealed, and shown masked.
import type { PaymentLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { maskBankCard, maskName } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';

export const PAYEE_KINDS = ['PERSON', 'UNIT'] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

export interface LineRow {
  id: string;
  seq: number;
  sourceSeq: number;
  payeeKind: PayeeKind;
  payeeName: Buffer;
  account: Buffer;
  bankCode: string;
  amountFen: number;
  purpose: string;
  project: string;
  source: string;
  beneficiaryId: string;
  /** Of a refund: what of it the levels above give back. */
  upperFen: number;
  state: string;
  bankSerial: string;
  paidOn: string;
  failureCode: string;
  voucherNo: string;
  reissueOf: string;
}

export function readLines(sql: Sql, paymentId: string): Promise<LineRow[]> {
  return sql<LineRow>`
    select id, seq, source_seq as "sourceSeq", payee_kind as "payeeKind",
      payee_name as "payeeName", account, bank_code as "bankCode",
      amount_fen::float8 as "amountFen", purpose, project, source,
      beneficiary_id as "beneficiaryId", upper_fen::float8 as "upperFen", state, bank_serial as "bankSerial",
      coalesce(paid_on::text, '') as "paidOn", failure_code as "failureCode",
      coalesce(voucher_no, 0)::text as "voucherNo",
      coalesce(reissue_of::text, '') as "reissueOf"
    from payment_line where payment_id = ${paymentId} order by seq`;
}

const namePlace = (lineId: string) => `payment_line.payee_name.${lineId}`;
const accountPlace = (lineId: string) => `payment_line.account.${lineId}`;

/** Equal accounts meet under the index without being known. */
export function sealPayee(vault: Vault, lineId: string, payee: { name: string; account: string }) {
  return {
    name: vault.seal(payee.name, namePlace(lineId)),
    account: vault.seal(payee.account, accountPlace(lineId)),
    index: vault.blindIndex('bank_account', payee.account),
  };
}

/** Whole: for the bank's file and for what is asked again, never for an answer. */
export function openPayee(vault: Vault, line: Pick<LineRow, 'id' | 'payeeName' | 'account'>) {
  return {
    name: vault.open(line.payeeName, namePlace(line.id)),
    account: vault.open(line.account, accountPlace(line.id)),
  };
}

export function lineView(vault: Vault, line: LineRow): PaymentLine {
  const { name, account } = openPayee(vault, line);
  return {
    seq: line.seq,
    lineId: line.id,
    payeeKind: line.payeeKind,
    payeeNameMasked: maskName(name),
    accountMasked: maskBankCard(account, 'issuer_and_tail'),
    bankCode: line.bankCode,
    amountFen: BigInt(line.amountFen),
    purpose: line.purpose,
    projectCode: line.project,
    sourceCode: line.source,
    beneficiaryId: line.beneficiaryId,
    state: line.state,
    bankSerial: line.bankSerial,
    paidOn: line.paidOn,
    failureCode: line.failureCode,
    voucherNo: BigInt(line.voucherNo),
    reissueOfLineId: line.reissueOf,
    upperFen: BigInt(line.upperFen),
  };
}
