// One grant from its draft to the report of its use: what is in a row, and what may become of it.
import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';
import type { RuleKind } from './grant-rule.ts';

export const GRANT_STATES = [
  'DRAFT',
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'REFUSED',
  'WITHDRAWN',
  'APPROVED',
  'PAID',
  'REPORTED',
] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export interface GrantRow {
  grantId: string;
  ruleId: string;
  ruleCode: string;
  ruleName: string;
  kind: RuleKind;
  fiscalYear: number;
  direction: 'HERE' | 'OUT' | 'IN';
  /** Who decides, or who applied; '' within this node. */
  neighbour: string;
  /** The recipient's. */
  unionId: string;
  unionName: string;
  listId: string;
  appliedFen: number;
  grantedFen: number;
  matchingBp: number;
  beneficiary: string;
  recordKind: string;
  recordId: string;
  acceptanceSha256: string;
  documents: { title: string; sha256: string }[];
  reason: string;
  state: GrantState;
  answerReason: string;
  madeBy: string;
  checkedBy: string;
  approvedBy: string;
  appliedOn: string;
  approvedOn: string;
  paidOn: string;
  dueOn: string;
  paymentState: string;
  paymentId: string;
  settlementId: string;
  usedFen: number;
  unspentFen: number;
  matchedFen: number;
  reportSha256: string;
  reportedOn: string;
  version: number;
}

/** Which grant, as it was when somebody looked at it. */
export const GrantStepAsk = z.strictObject({ grantId: id, expectedVersion });

/** Refused GRANT_STATE, which says where it stands. */
export function requireState({ state }: Pick<GrantRow, 'state'>, ...allowed: GrantState[]): void {
  if (!allowed.includes(state)) throw refused('GRANT_STATE', { state });
}

/** Refused GRANT_OF_SUPERIOR: what was asked of the superior is decided there. */
export function requireDecidedHere({ direction }: Pick<GrantRow, 'direction'>): void {
  if (direction === 'OUT') throw refused('GRANT_OF_SUPERIOR');
}

/** Refused GRANT_OF_SUBORDINATE: what a subordinate has written it mends itself. */
export function requireWrittenHere({ direction }: Pick<GrantRow, 'direction'>): void {
  if (direction === 'IN') throw refused('GRANT_OF_SUBORDINATE');
}

interface Find {
  grantId?: string | null;
  grantIds?: readonly string[] | null;
  state?: string;
  ruleCode?: string;
  listId?: string;
  before?: string | null;
  limit?: number;
}

/** The newest first, as far as the caller reaches. */
export function findGrants(sql: Sql, find: Find): Promise<GrantRow[]> {
  const { grantId = null, grantIds = null, state = '', ruleCode = '', listId = '' } = find;
  const { before = null, limit = 1 } = find;
  return sql<GrantRow>`
    select * from fund_grant_row
    where (${grantId}::uuid is null or "grantId" = ${grantId}::uuid)
      and (${grantIds}::uuid[] is null or "grantId" = any(${grantIds}::uuid[]))
      and (${state}::text = '' or state = ${state}::text)
      and (${ruleCode}::text = '' or "ruleCode" = ${ruleCode}::text)
      and (${listId}::text = '' or "listId" = ${listId}::text)
      and (${before}::uuid is null or "grantId" < ${before}::uuid)
    order by "grantId" desc limit ${limit}`;
}

/** GRANT_UNKNOWN for one out of reach. */
export async function getRow(sql: Sql, grantId: string): Promise<GrantRow> {
  const [row] = await findGrants(sql, { grantId });
  if (!row) throw notFound('GRANT_UNKNOWN', { grantId });
  return row;
}

/** Locked until the transaction ends; stale VERSION_MOVED where it has gone on since it was looked at. */
export async function lockGrant(
  sql: Sql,
  ask: { grantId: string; expectedVersion: number },
): Promise<GrantRow> {
  await sql`select from fund_grant where grant_id = ${ask.grantId} for update`;
  const row = await getRow(sql, ask.grantId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function grantView(row: GrantRow, today: string): Grant {
  return {
    ...row,
    appliedFen: BigInt(row.appliedFen),
    grantedFen: BigInt(row.grantedFen),
    usedFen: BigInt(row.usedFen),
    unspentFen: BigInt(row.unspentFen),
    matchedFen: BigInt(row.matchedFen),
    reportLate: row.state === 'PAID' && row.dueOn < today,
  };
}

/** The view after a change of this transaction. */
export async function viewNow(sql: Sql, grantId: string, today: string): Promise<Grant> {
  return grantView(await getRow(sql, grantId), today);
}
