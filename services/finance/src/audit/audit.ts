// An audit as it is kept and as the API shows it, and what may become of it (domain §5.11).
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { CalendarDate, Month } from '@gonglian/kernel/dates.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const AUDIT_KINDS = [
  'SAME_LEVEL',
  'DOWNWARD',
  'SPECIAL',
  'OUTGOING',
  'DISSOLUTION',
  'FOLLOW_UP',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const AUDIT_STATES = [
  'PLANNED',
  'NOTIFIED',
  'ENTERED',
  'DRAFTED',
  'COMMENTED',
  'REPORTED',
  'DECIDED',
  'CLOSED',
  'CANCELLED',
] as const;
export type AuditState = (typeof AUDIT_STATES)[number];

/** An account's project, an earmarked fund, a source of the budget. */
export const SCOPE_KINDS = ['', 'PROJECT', 'FUND', 'SOURCE'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export interface AuditRow {
  auditId: string;
  unionId: string;
  unionName: string;
  kind: AuditKind;
  title: string;
  periodFrom: Month;
  periodTo: Month;
  basis: string;
  auditors: string[];
  firmName: string;
  firmUscc: string;
  followsAuditId: string;
  state: AuditState;
  notifiedOn: string;
  entryOn: string;
  enteredOn: string;
  draftedOn: string;
  commentsDueOn: string;
  commentedOn: string;
  comment: string;
  reportedOn: string;
  decidedOn: string;
  decisionNo: string;
  closedOn: string;
  summary: string;
  opinion: string;
  findings: number;
  findingsSettled: number;
  findingsClosed: number;
  problemFen: number;
  correctedFen: number;
  version: number;
  /** What part of the books it is of; both empty for all of them. */
  scopeKind: ScopeKind;
  scopeCode: string;
  /** The federation whose auditors came; both empty for the own ones. */
  auditorNode: string;
  auditorNodeName: string;
}

/** What each step of an audit names. */
export const auditStep = { auditId: id, expectedVersion };

/** Refused AUDIT_STATE_WRONG, with the state it is in. */
export function requireState({ state }: { state: AuditState }, ...states: AuditState[]): void {
  if (!states.includes(state)) throw refused('AUDIT_STATE_WRONG', { state });
}

type Dated = Pick<
  AuditRow,
  'notifiedOn' | 'enteredOn' | 'draftedOn' | 'commentedOn' | 'reportedOn' | 'decidedOn'
>;

/** Refused AUDIT_DATE_WRONG: what has not happened yet is not written down, nor before what came before it. */
export function requireDate(audit: Dated, on: CalendarDate, today: CalendarDate): void {
  const { notifiedOn, enteredOn, draftedOn, commentedOn, reportedOn, decidedOn } = audit;
  const steps = [notifiedOn, enteredOn, draftedOn, commentedOn, reportedOn, decidedOn];
  const after = steps.reduce((last, one) => (one > last ? one : last), '');
  if (on > today || on < after) throw refused('AUDIT_DATE_WRONG', { after, today });
}

/** AUDIT_UNKNOWN for one out of reach. */
export async function readAudit(sql: Sql, auditId: string): Promise<AuditRow> {
  const [row] = await sql<AuditRow>`select * from audit_row where "auditId" = ${auditId}`;
  if (!row) throw notFound('AUDIT_UNKNOWN', { auditId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockAudit(
  sql: Sql,
  ask: { auditId: string; expectedVersion?: number },
): Promise<AuditRow> {
  await sql`select from audit where id = ${ask.auditId} for update`;
  const row = await readAudit(sql, ask.auditId);
  if (ask.expectedVersion !== undefined && row.version !== ask.expectedVersion)
    throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function auditView(row: AuditRow): Audit {
  const { findingsClosed: _, ...rest } = row;
  return { ...rest, problemFen: BigInt(row.problemFen), correctedFen: BigInt(row.correctedFen) };
}

/** The view after a change of this transaction. */
export async function viewNow(sql: Sql, auditId: string): Promise<Audit> {
  return auditView(await readAudit(sql, auditId));
}
