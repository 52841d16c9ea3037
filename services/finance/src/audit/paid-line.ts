// What a bank has paid, as far as rules look at it: an account is known by its blind index alone.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import type { Audited } from './sample.ts';

export interface PaidLine {
  lineId: string;
  paymentId: string;
  voucherNo: number;
  payeeKind: string;
  beneficiaryId: string;
  /** The blind index, which two lines share when they name one account; it leaves no answer. */
  account: string;
  purposeCode: string;
  amountFen: number;
  paidOn: string;
  askedOn: string;
  /** Of the whole payment: by it the approver was chosen. */
  totalFen: number;
}

/** What is held in memory at once; a period with more is audited in parts. */
const LINES_MAX = 200_000;

/** Those of the period, or of all its first year up to its end; by the day of payment. Refused SCAN_TOO_LARGE. */
export async function readPaidLines(
  sql: Sql,
  { unionId, periodFrom, periodTo, scopeKind, scopeCode }: Audited,
  since: 'period' | 'year' = 'period',
): Promise<PaidLine[]> {
  const from = since === 'period' ? `${periodFrom}-01` : `${periodFrom.slice(0, 4)}-01-01`;
  const lines = await sql<PaidLine>`
    select l.id as "lineId", p.id as "paymentId", l.voucher_no::float8 as "voucherNo",
      l.payee_kind as "payeeKind", l.beneficiary_id as "beneficiaryId",
      encode(l.account_index, 'hex') as account, p.purpose_code as "purposeCode",
      l.amount_fen::float8 as "amountFen", l.paid_on::text as "paidOn",
      (p.made_at at time zone 'Asia/Shanghai')::date::text as "askedOn",
      p.total_fen::float8 as "totalFen"
    from payment_line as l join payment as p on p.id = l.payment_id
    where l.union_id = ${unionId} and l.state = 'PAID' and l.paid_on >= ${from}::date
      and to_char(l.paid_on, 'YYYY-MM') <= ${periodTo}
      and case ${scopeKind} when '' then true when 'SOURCE' then l.source = ${scopeCode}
        else l.project = ${scopeCode} end
    order by l.paid_on, l.id limit ${LINES_MAX + 1}`;
  if (lines.length > LINES_MAX) throw refused('SCAN_TOO_LARGE', { max: LINES_MAX });
  return lines;
}
