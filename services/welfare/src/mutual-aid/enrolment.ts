// Who takes part: lists of a grassroots union, in real names, each person once in a plan of a round.
import type { MutualAidBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { ageOn, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { addDays } from '@gonglian/kernel/dates.ts';
import { parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';
import type { PlanRow } from './plan.ts';

export interface Listed {
  personName: string;
  idNumber: string;
}

/** Why a row is not taken; undefined where it may be. In the order of refusals, the rules of the number among them. */
export function decideRow(
  plan: Pick<PlanRow, 'womenOnly' | 'menUnder' | 'womenUnder' | 'periodFrom'>,
  { personName, idNumber }: Listed,
  before: ReadonlySet<string>,
  today: CalendarDate,
): { code: string } | { number: string } {
  if (personName.length < 2) return { code: 'NAME_MISSING' };
  const parsed = parseIdNumber(idNumber, { today, allowFifteen: true });
  if (!parsed.ok) return { code: parsed.rule };
  if (before.has(parsed.idNumber)) return { code: 'PERSON_TWICE' };
  const woman = parsed.sex === 'female';
  if (plan.womenOnly && !woman) return { code: 'WOMEN_ONLY' };
  const under = woman ? plan.womenUnder : plan.menUnder;
  if (under > 0 && ageOn(parsed.birthDate, plan.periodFrom) >= under) return { code: 'AGE_ABOVE' };
  return { number: parsed.idNumber };
}

/** Refused PLAN_STATE_WRONG, or ENROLMENT_CLOSED outside of its days. */
export function decideEnrolling(
  plan: Pick<PlanRow, 'state' | 'enrolFrom' | 'enrolTo'>,
  today: CalendarDate,
): void {
  if (plan.state !== 'ENROLLING') throw refused('PLAN_STATE_WRONG', { state: plan.state });
  const { enrolFrom, enrolTo } = plan;
  if (today < enrolFrom || today > enrolTo)
    throw refused('ENROLMENT_CLOSED', { enrolFrom, enrolTo });
}

/** The first day that is covered: of the period, or of the premium, and the waiting days after it. */
export function effectiveFrom(
  plan: Pick<PlanRow, 'periodFrom' | 'waitingDays'>,
  paidOn: CalendarDate,
): CalendarDate {
  const begins = paidOn > plan.periodFrom ? paidOn : plan.periodFrom;
  return addDays(begins, plan.waitingDays);
}

export interface BatchRow {
  batchId: string;
  planId: string;
  planName: string;
  unionId: string;
  unionName: string;
  persons: number;
  premiumFen: number;
  kept: 'LISTED' | 'PAID' | 'CANCELLED';
  listedOn: string;
  paidOn: string;
  receiptNo: string;
  effectiveFrom: string;
  periodTo: string;
  version: number;
}

export const batchStep = { batchId: id, expectedVersion };

interface Find {
  id?: string | null;
  planId?: string | null;
  unionId?: string | null;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findBatches(sql: Sql, of: Find): Promise<BatchRow[]> {
  const { id: one = null, planId = null, unionId = null, before = null, limit } = of;
  return sql<BatchRow>`
    select b.batch_id as "batchId", b.plan_id as "planId", p.name as "planName", b.union_id as "unionId",
      coalesce(u.name, '') as "unionName", b.persons, b.premium_fen::float8 as "premiumFen", b.state as kept,
      b.listed_on::text as "listedOn", coalesce(b.paid_on::text, '') as "paidOn", b.receipt_no as "receiptNo",
      coalesce(b.effective_from::text, '') as "effectiveFrom", p.period_to::text as "periodTo", b.version
    from mutual_batch as b join mutual_plan as p using (plan_id)
    left join known_union as u on u.union_id = b.union_id
    where (${one}::uuid is null or b.batch_id = ${one}::uuid)
      and (${planId}::uuid is null or b.plan_id = ${planId}::uuid)
      and (${unionId}::uuid is null or b.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or b.batch_id < ${before}::uuid)
    order by b.batch_id desc limit ${limit}`;
}

/** BATCH_UNKNOWN for one out of reach. */
export async function readBatch(sql: Sql, batchId: string): Promise<BatchRow> {
  const [row] = await findBatches(sql, { id: batchId, limit: 1 });
  if (!row) throw notFound('BATCH_UNKNOWN', { batchId });
  return row;
}

/** Locked until the transaction ends. Refused BATCH_STATE_WRONG once it is paid or cancelled. */
export async function lockListed(
  sql: Sql,
  ask: { batchId: string; expectedVersion: number },
): Promise<BatchRow> {
  await sql`select from mutual_batch where batch_id = ${ask.batchId} for update`;
  const row = await readBatch(sql, ask.batchId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  if (row.kept !== 'LISTED') throw refused('BATCH_STATE_WRONG', { state: row.kept });
  return row;
}

/** What was paid for is effective from its day, and ended after its period. */
export function shownState(
  { kept, effectiveFrom: from, periodTo }: Pick<BatchRow, 'kept' | 'effectiveFrom' | 'periodTo'>,
  today: CalendarDate,
): string {
  if (kept !== 'PAID' || today < from) return kept;
  return today > periodTo ? 'ENDED' : 'EFFECTIVE';
}

export function batchView({ kept, periodTo, ...row }: BatchRow, today: string): MutualAidBatch {
  const state = shownState({ kept, periodTo, effectiveFrom: row.effectiveFrom }, today);
  return { ...row, state, premiumFen: BigInt(row.premiumFen) };
}
