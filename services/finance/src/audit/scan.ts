// Rules that look at everything at once: which there are, what one of them answers, and what was found so far.
import type { AuditScan } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Sql } from '../pipeline.ts';

export const SCAN_RULES = [
  'DUPLICATE_PAYEE',
  'DUPLICATE_ACCOUNT',
  'DUPLICATE_DOCUMENT',
  'SPLIT_UNDER_LIMIT',
  'WEEKEND_POSTING',
  'ROUND_AMOUNT',
  'OVER_STANDARD',
  'NOT_ON_FILE',
  'NO_PUBLICITY',
  'EMERGENCY_UNDECIDED',
  'BENFORD',
] as const;
export type ScanRule = (typeof SCAN_RULES)[number];

/** A voucher, a line or a list that a rule remarks; hits of one group belong together. */
export interface Hit {
  group: number;
  voucherNo?: number;
  lineId?: string;
  recordId?: string;
  amountFen: number;
  /** What it is held against: a limit, or the sum of its group. */
  againstFen: number;
  on: string;
}

export interface Scanned {
  examined: number;
  hits: readonly Hit[];
  /** Left out: it was enough to look at. */
  tooFew?: boolean;
  statisticMilli?: number;
}

/** The last run of each rule. */
export async function readScans(sql: Sql, auditId: string): Promise<AuditScan[]> {
  const rows = await sql<Omit<AuditScan, 'examined' | 'statisticMilli'> & Numbers>`
    select distinct on (rule) id as "scanId", rule, outcome, examined::text,
      hit_count as "hitCount", statistic_milli::text as "statisticMilli", ran_by as "ranBy",
      scope_kind as "scopeKind", scope_code as "scopeCode",
      to_char(ran_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "ranAt"
    from audit_scan where audit_id = ${auditId} order by rule, id desc`;
  return rows.map((row) => ({
    ...row,
    examined: BigInt(row.examined),
    statisticMilli: BigInt(row.statisticMilli),
  }));
}

interface Numbers {
  examined: string;
  statisticMilli: string;
}
