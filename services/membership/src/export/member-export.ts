// An export as it is kept and as the API shows it.
import type { Export } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import type { ExportField } from './export-rules.ts';

export interface MemberExport {
  id: string;
  unionId: string;
  unionName: string;
  /** Every union below `unionId` too. */
  allBelow: boolean;
  memberState: string;
  format: 'xlsx' | 'csv';
  fields: ExportField[];
  reasonCode: string;
  reason: string;
  rows: number;
  lastMemberId: string | null;
  state: 'WAITING' | 'READY';
  requestedBy: string;
  requestedAt: string;
  approvedBy: string | null;
  expiresAt: string;
  downloads: number;
  version: number;
}

/** Some exports in reach, the newest first; by id, or before one. */
export function findExports(
  sql: Sql,
  { exportId = null, before = null, limit = 1 }: FindExports,
): Promise<MemberExport[]> {
  return sql<MemberExport>`
    select id, union_id as "unionId", coalesce(u.name, '') as "unionName", all_below as "allBelow", member_state as "memberState",
      format, fields, reason_code as "reasonCode", reason, rows,
      last_member_id as "lastMemberId", state, requested_by as "requestedBy",
      to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "requestedAt",
      approved_by as "approvedBy",
      to_char(expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt",
      downloads, version
    from member_export
    left join union_state as u using (union_id)
    where (${exportId}::uuid is null or id = ${exportId}::uuid)
      and (${before}::uuid is null or id < ${before}::uuid)
    order by id desc limit ${limit}`;
}

interface FindExports {
  exportId?: string | null;
  before?: string | null;
  limit?: number;
}

/** EXPORT_UNKNOWN for one out of reach; locked until the transaction ends. */
export async function lockExport(sql: Sql, exportId: string): Promise<MemberExport> {
  await sql`select id from member_export where id = ${exportId} for update`;
  const [found] = await findExports(sql, { exportId });
  if (found === undefined) throw notFound('EXPORT_UNKNOWN', { exportId });
  return found;
}

export function exportView(found: MemberExport, now: Date): Export {
  const { id, approvedBy, state, ...rest } = found;
  const { unionId, format, fields, reasonCode, reason, rows, requestedBy, requestedAt } = rest;
  const { expiresAt, downloads, version } = rest;
  return {
    exportId: id,
    unionId,
    unionName: rest.unionName,
    memberState: rest.memberState,
    allBelow: rest.allBelow,
    format,
    fields,
    reasonCode,
    reason,
    rows,
    state: now > new Date(expiresAt) ? 'EXPIRED' : state,
    requestedBy,
    requestedAt,
    approvedBy: approvedBy ?? '',
    expiresAt,
    downloads,
    version,
  };
}
