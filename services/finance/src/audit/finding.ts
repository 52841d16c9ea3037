// What an audit found, as it is kept and as the API shows it, and what may become of it (domain §5.11).
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, daysBetween, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';

export const FINDING_STATES = [
  'OPEN',
  'NOTIFIED',
  'PLAN',
  'IN_RECTIFICATION',
  'EVIDENCE_SUBMITTED',
  'RETURNED',
  'VERIFIED',
  'CLOSED',
  'ESCALATED',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

type StepName =
  | 'notify'
  | 'plan'
  | 'accept'
  | 'submit'
  | 'verify'
  | 'return'
  | 'close'
  | 'escalate';

const STEPS: Record<StepName, { from: readonly FindingState[]; to: FindingState }> = {
  notify: { from: ['OPEN'], to: 'NOTIFIED' },
  plan: { from: ['NOTIFIED', 'PLAN'], to: 'PLAN' },
  accept: { from: ['PLAN'], to: 'IN_RECTIFICATION' },
  // What was escalated is put right all the same.
  submit: { from: ['IN_RECTIFICATION', 'RETURNED', 'ESCALATED'], to: 'EVIDENCE_SUBMITTED' },
  verify: { from: ['EVIDENCE_SUBMITTED'], to: 'VERIFIED' },
  return: { from: ['EVIDENCE_SUBMITTED'], to: 'RETURNED' },
  close: { from: ['VERIFIED'], to: 'CLOSED' },
  escalate: { from: ['NOTIFIED', 'PLAN', 'IN_RECTIFICATION', 'RETURNED'], to: 'ESCALATED' },
};

/** Where the audited side has something to do: only there can it be late. */
export const WAITING_STATES: readonly FindingState[] = [
  'NOTIFIED',
  'PLAN',
  'IN_RECTIFICATION',
  'RETURNED',
  'ESCALATED',
];

/** The state after a step; refused FINDING_STATE_WRONG with the state where it is not the one for it. */
export function decideStep(state: FindingState, step: StepName): FindingState {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) throw refused('FINDING_STATE_WRONG', { state });
  return to;
}

export interface FindingRow {
  findingId: string;
  /** The audit or the inspection round that found it; the other is empty. */
  auditId: string;
  roundId: string;
  unionId: string;
  unionName: string;
  seq: number;
  category: string;
  title: string;
  amountFen: number;
  clause: string;
  cause: string;
  responsiblePost: string;
  suggestion: string;
  voucherNo: number;
  lineId: string;
  rule: string;
  state: FindingState;
  notifiedOn: string;
  deadline: string;
  plan: string;
  recoveredFen: number;
  adjustedFen: number;
  returnedFen: number;
  escalatedTo: string;
  closedOn: string;
  lastStep: number;
  version: number;
}

/** What each step of a finding names. */
export const findingStep = { findingId: id, expectedVersion };

/** Worked out, not kept: the day after the deadline is the first that is late. */
export function overdueDays(
  { state, deadline }: Pick<FindingRow, 'state' | 'deadline'>,
  today: CalendarDate,
): number {
  if (deadline === '' || !WAITING_STATES.includes(state)) return 0;
  return Math.max(0, daysBetween(deadline, today));
}

/** FINDING_UNKNOWN for one out of reach. */
export async function readFinding(sql: Sql, findingId: string): Promise<FindingRow> {
  const [row] = await sql<FindingRow>`select * from finding_row where "findingId" = ${findingId}`;
  if (!row) throw notFound('FINDING_UNKNOWN', { findingId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockFinding(
  sql: Sql,
  ask: { findingId: string; expectedVersion: number },
): Promise<FindingRow> {
  await sql`select from audit_finding where id = ${ask.findingId} for update`;
  const row = await readFinding(sql, ask.findingId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export interface Step {
  state: FindingState;
  note: string;
  evidenceSha256?: readonly string[];
}

/** Goes on to the next state, and keeps who did it and what he said; one statement for any number of findings. */
export async function takeStep(
  { sql, actor, now }: Pick<Tx, 'sql' | 'actor' | 'now'>,
  findingIds: readonly string[],
  { state, note, evidenceSha256 = [] }: Step,
): Promise<void> {
  await sql`
    insert into finding_step (finding_id, union_id, seq, state, acted_by, acted_at, note,
      evidence_sha256)
    select id, union_id, last_step + 1, ${state}, ${actor.id}, ${now}, ${note}, ${evidenceSha256}
    from audit_finding where id = any(${findingIds}::uuid[])`;
  await sql`
    update audit_finding set last_step = last_step + 1, version = version + 1
    where id = any(${findingIds}::uuid[])`;
}

/** The audited side is told, and has so many days from then on. The findings are open, and locked. */
export async function tellFindings(
  tx: Pick<Tx, 'sql' | 'actor' | 'now'>,
  findingIds: readonly string[],
  { notifiedOn, note }: { notifiedOn: CalendarDate; note: string },
): Promise<void> {
  if (findingIds.length === 0) return;
  const deadline = addDays(notifiedOn, financePolicy('audit.rectify_days', notifiedOn));
  await tx.sql`
    update audit_finding
    set state = 'NOTIFIED', notified_on = ${notifiedOn}, deadline = ${deadline}
    where id = any(${findingIds}::uuid[])`;
  await takeStep(tx, findingIds, { state: 'NOTIFIED', note });
}

/** Refused FINDING_SAME_PERSON: who has answered for the audited side does not judge the answer. */
export async function requireOther(
  { sql, actor }: Pick<Tx, 'sql' | 'actor'>,
  { findingId, lastStep }: FindingRow,
): Promise<void> {
  const [own] = await sql`
    select from finding_step
    where finding_id = ${findingId} and seq = ${lastStep} and acted_by = ${actor.id}`;
  if (own) throw refused('FINDING_SAME_PERSON');
}

export function findingView(
  row: FindingRow,
  today: CalendarDate,
  steps: Finding['steps'] = [],
): Finding {
  const { lastStep: _, ...rest } = row;
  return {
    ...rest,
    amountFen: BigInt(row.amountFen),
    voucherNo: BigInt(row.voucherNo),
    recoveredFen: BigInt(row.recoveredFen),
    adjustedFen: BigInt(row.adjustedFen),
    returnedFen: BigInt(row.returnedFen),
    overdueDays: overdueDays(row, today),
    steps,
  };
}

/** The view after a change of this transaction. */
export async function findingNow(sql: Sql, findingId: string, today: string): Promise<Finding> {
  return findingView(await readFinding(sql, findingId), today);
}
