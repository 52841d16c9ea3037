// A list of small payers on its way back to them, as it is kept and as the API shows it.
import { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { CalendarDate, Month } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, optionalDate } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';

export const REFUND_STATES = [
  'LISTED',
  'REVIEWED',
  'PUBLISHED',
  'APPROVED',
  'PAYING',
  'PAID',
  'CANCELLED',
] as const;
export type RefundState = (typeof REFUND_STATES)[number];
export type RefundStep = 'review' | 'publish' | 'approve' | 'pay' | 'cancel';

const STEPS: Record<RefundStep, { from: readonly RefundState[]; to: RefundState }> = {
  review: { from: ['LISTED'], to: 'REVIEWED' },
  publish: { from: ['REVIEWED'], to: 'PUBLISHED' },
  approve: { from: ['PUBLISHED'], to: 'APPROVED' },
  // Again for whom there was no account the first time, or whose payment was rejected.
  pay: { from: ['APPROVED', 'PAYING'], to: 'PAYING' },
  cancel: { from: ['LISTED', 'REVIEWED', 'PUBLISHED'], to: 'CANCELLED' },
};

/** The state after a step; refused REFUND_STATE_WRONG with the state where it is not the one for it. */
export function decideStep(state: RefundState, step: RefundStep): RefundState {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) throw refused('REFUND_STATE_WRONG', { state });
  return to;
}

export interface RefundRow {
  refundId: string;
  periodFrom: Month;
  periodTo: Month;
  state: RefundState;
  limitFen: string;
  documentNo: string;
  unions: number;
  refundFen: string;
  paidUnions: number;
  paidFen: string;
  waitingUnions: number;
  madeBy: string;
  reviewedBy: string;
  approvedBy: string;
  /** Both '' before the publicity. */
  publishedOn: CalendarDate;
  publicityEndsOn: CalendarDate;
  madeOn: CalendarDate;
  /** The document by which it was taken over from old records; '' for a list that was made here. */
  takeOverNo: string;
  approvedOn: CalendarDate;
  failedUnions: number;
  version: number;
}

/** Which list, as it was when somebody looked at it. */
export const RefundStepAsk = z.strictObject({ refundId: id, expectedVersion });
/** With the day on which it was done, of a list taken over from old records. */
export const RefundDayAsk = RefundStepAsk.extend({ doneOn: optionalDate });

interface Find {
  refundId?: string | null;
  before?: string | null;
  limit?: number;
}

/** The newest first; by id, or before one. Sums are of the lines in the caller's reach that stand. */
export function findRefunds(
  sql: Sql,
  { refundId = null, before = null, limit = 1 }: Find,
): Promise<RefundRow[]> {
  return sql<RefundRow>`
    select r.id as "refundId", r.period_from as "periodFrom", r.period_to as "periodTo", r.state,
      r.limit_fen::text as "limitFen", r.document_no as "documentNo", l.unions,
      l.fen as "refundFen", l."paidUnions", l."paidFen", l."waitingUnions", r.made_by as "madeBy", coalesce(r.reviewed_by, '') as "reviewedBy",
      coalesce(r.approved_by, '') as "approvedBy",
      coalesce(r.published_on::text, '') as "publishedOn",
      coalesce(r.publicity_ends_on::text, '') as "publicityEndsOn", to_char(coalesce(r.made_on, (r.made_at at time zone 'Asia/Shanghai')::date), 'YYYY-MM-DD') as "madeOn",
      r.take_over_no as "takeOverNo", coalesce(r.approved_on::text, '') as "approvedOn",
      l."failedUnions", r.version
    from refund_run as r
    cross join lateral (
      select count(*)::int as unions, coalesce(sum(s.refund_fen), 0)::text as fen,
        count(*) filter (where s.payment_state = 'PAID')::int as "paidUnions",
        coalesce(sum(s.refund_fen) filter (where s.payment_state = 'PAID'), 0)::text as "paidFen",
        count(*) filter (where s.payment_state in ('WAITING', 'NO_ACCOUNT'))::int as "waitingUnions",
        count(*) filter (where s.payment_state = 'FAILED')::int as "failedUnions"
      from refund_standing as s where s.refund_id = r.id) as l
    where (${refundId}::uuid is null or r.id = ${refundId}::uuid)
      and (${before}::uuid is null or r.id < ${before}::uuid)
    order by r.id desc limit ${limit}`;
}

/** REFUND_UNKNOWN for one out of reach. */
export async function getRow(sql: Sql, refundId: string): Promise<RefundRow> {
  const [row] = await findRefunds(sql, { refundId });
  if (!row) throw notFound('REFUND_UNKNOWN', { refundId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockStep(
  sql: Sql,
  ask: { refundId: string; expectedVersion: number },
): Promise<RefundRow> {
  await sql`select id from refund_run where id = ${ask.refundId} for update`;
  const row = await getRow(sql, ask.refundId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function refundView(row: RefundRow): Refund {
  const { limitFen, refundFen, paidFen } = row;
  const amounts = {
    limitFen: BigInt(limitFen),
    refundFen: BigInt(refundFen),
    paidFen: BigInt(paidFen),
  };
  return Refund.fromPartial({ ...row, ...amounts });
}

/** The view after a change of this transaction. */
export async function viewNow(sql: Sql, refundId: string): Promise<Refund> {
  return refundView(await getRow(sql, refundId));
}
