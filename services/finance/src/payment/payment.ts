// A payment as it is kept and as the API shows it: a list for the bank, and how far it has come.
import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const PAYMENT_STATES = [
  'DRAFT',
  'CHECKED',
  'APPROVED',
  'EXPORTED',
  'SENT',
  'RESULT',
  'RECONCILED',
  'CLOSED',
  'REJECTED',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export interface PaymentRow {
  id: string;
  unionId: string;
  batchNo: string;
  bank: string;
  fiscalYear: number;
  accountCode: string;
  purposeCode: string;
  title: string;
  sourceService: string;
  sourceId: string;
  state: PaymentState;
  lineCount: number;
  totalFen: number;
  paidCount: number;
  paidFen: number;
  failedCount: number;
  /** Places of lines whose number is no card's. */
  luhnWrong: number[];
  madeBy: string;
  madeAt: string;
  checkedBy: string;
  approvedBy: string;
  exportedBy: string;
  fileSha256: string;
  resultSha256: string;
  decisionNo: string;
  dueOn: string;
  rejectReason: string;
  reissuesPaymentId: string;
  version: number;
}

interface Find {
  id?: string | null;
  unionId?: string | null;
  state?: string;
  before?: string | null;
  limit?: number;
}

/** Some payments in reach, the newest first. */
export function findPayments(sql: Sql, of: Find): Promise<PaymentRow[]> {
  const { id = null, unionId = null, state = '', before = null, limit = 1 } = of;
  return sql<PaymentRow>`
    select p.id, p.union_id as "unionId", batch_no as "batchNo", bank, fiscal_year as "fiscalYear",
      account_code as "accountCode", purpose_code as "purposeCode", title,
      source_service as "sourceService", source_id as "sourceId", p.state,
      line_count as "lineCount", total_fen::float8 as "totalFen", l."paidCount", l."paidFen",
      l."failedCount", l."luhnWrong", made_by as "madeBy",
      to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
      coalesce(checked_by, '') as "checkedBy", coalesce(approved_by, '') as "approvedBy",
      coalesce(exported_by, '') as "exportedBy", coalesce(file_sha256, '') as "fileSha256",
      coalesce(result_sha256, '') as "resultSha256", decision_no as "decisionNo",
      due_on::text as "dueOn", reject_reason as "rejectReason",
      coalesce(reissues_payment_id::text, '') as "reissuesPaymentId", version
    from payment as p
    cross join lateral (
      select count(*) filter (where state = 'PAID')::int as "paidCount",
        coalesce(sum(amount_fen) filter (where state = 'PAID'), 0)::float8 as "paidFen",
        count(*) filter (where state = 'FAILED')::int as "failedCount",
        coalesce(array_agg(seq order by seq) filter (where not luhn_ok), '{}') as "luhnWrong"
      from payment_line where payment_id = p.id) as l
    where (${id}::uuid is null or p.id = ${id}::uuid)
      and (${unionId}::uuid is null or p.union_id = ${unionId}::uuid)
      and (${state} = '' or p.state = ${state})
      and (${before}::uuid is null or p.id < ${before}::uuid)
    order by p.id desc limit ${limit}`;
}

/** PAYMENT_UNKNOWN for one out of reach. */
export async function readPayment(sql: Sql, paymentId: string): Promise<PaymentRow> {
  const [found] = await findPayments(sql, { id: paymentId });
  if (!found) throw notFound('PAYMENT_UNKNOWN', { paymentId });
  return found;
}

/** The same, locked until the transaction ends: of two who sign at once the second finds what the first has done. */
export async function lockPayment(sql: Sql, paymentId: string): Promise<PaymentRow> {
  await sql`select id from payment where id = ${paymentId} for update`;
  return readPayment(sql, paymentId);
}

/** Refused PAYMENT_STATE_WRONG, with the state it is in. */
export function requireState(payment: { state: string }, ...states: readonly PaymentState[]): void {
  if (!states.some((state) => state === payment.state))
    throw refused('PAYMENT_STATE_WRONG', { state: payment.state });
}

export function paymentView(row: PaymentRow): Payment {
  const { id, luhnWrong, resultSha256: _, fiscalYear: __, ...rest } = row;
  return {
    ...rest,
    paymentId: id,
    totalFen: BigInt(row.totalFen),
    paidFen: BigInt(row.paidFen),
    warnings: luhnWrong.map((seq) => ({ seq, code: 'ACCOUNT_LUHN' })),
  };
}
