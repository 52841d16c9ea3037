// A line of a budget as it stands: what it allows, what is asked for and not paid yet, what is paid.
import type { BudgetLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import type { Sql } from '../pipeline.ts';

export const MARKS = ['basic', 'project'] as const;
export const SOURCES = ['fiscal', 'union'] as const;

export interface BudgetStanding {
  id: string;
  unionId: string;
  fiscalYear: number;
  accountCode: string;
  mark: (typeof MARKS)[number];
  project: string;
  source: (typeof SOURCES)[number];
  approvedFen: number;
  /** What a second person agreed to last. */
  agreedFen: number;
  committedFen: number;
  spentFen: number;
  version: number;
  proposedFen: number;
  documentNo: string;
  proposedBy: string;
  approvedBy: string;
  /** '' where the line is tied to no item of a plan. */
  planItemId: string;
  planItemTitle: string;
  headcountTarget: number;
  /** Whom the bank has paid from the line, each once, by what whoever asked knows him by. */
  headcountReached: number;
}

/** Lines by id, by union and year, or all in reach; sums are those of the payments as they are now. */
export function findBudgetLines(
  sql: Sql,
  of: { ids?: readonly string[]; unionId?: string; fiscalYear?: number; limit: number },
): Promise<BudgetStanding[]> {
  const { ids = null, unionId = null, fiscalYear = null, limit } = of;
  return sql<BudgetStanding>`
    select b.id, b.union_id as "unionId", b.fiscal_year as "fiscalYear",
      b.account_code as "accountCode", b.mark, b.project, b.source,
      b.amount_fen::float8 as "approvedFen", b.agreed_fen::float8 as "agreedFen", b.version,
      coalesce(l.pending, 0)::float8 as "committedFen", coalesce(l.paid, 0)::float8 as "spentFen",
      coalesce(o.amount_fen, 0)::float8 as "proposedFen",
      coalesce(o.document_no, c.document_no, '') as "documentNo",
      coalesce(o.proposed_by, c.proposed_by, '') as "proposedBy",
      coalesce(c.approved_by, '') as "approvedBy", b.plan_item_id as "planItemId",
      b.plan_item_title as "planItemTitle", b.headcount_target as "headcountTarget",
      coalesce(l.reached, 0)::int as "headcountReached"
    from budget_line as b
    left join lateral (
      select sum(amount_fen) filter (where state = 'PENDING') as pending,
        sum(amount_fen) filter (where state = 'PAID') as paid,
        count(distinct nullif(beneficiary_id, '')) filter (where state = 'PAID') as reached
      from payment_line where budget_line_id = b.id and state in ('PENDING', 'PAID')) as l on true
    left join budget_change as o on o.line_id = b.id and o.in_force_at is null
    left join lateral (
      select document_no, proposed_by, approved_by from budget_change
      where line_id = b.id and in_force_at is not null order by id desc limit 1) as c on true
    where (${ids}::uuid[] is null or b.id = any(${ids}::uuid[]))
      and (${unionId}::uuid is null or b.union_id = ${unionId}::uuid)
      and (${fiscalYear}::int is null or b.fiscal_year = ${fiscalYear}::int)
    order by b.account_code, b.project, b.source, b.id limit ${limit}`;
}

/** What of a line is still free; below zero where more was paid than is allowed now. */
export function availableFen(line: Money): number {
  return line.approvedFen - line.committedFen - line.spentFen;
}
type Money = Pick<BudgetStanding, 'approvedFen' | 'committedFen' | 'spentFen'>;

/** In hundredths of a per cent, whole ones: what is not paid yet is not rounded up to paid. */
export function executedBasisPoints({ approvedFen, spentFen }: Money): number {
  return approvedFen === 0 ? 0 : Number((BigInt(spentFen) * 10_000n) / BigInt(approvedFen));
}

export function budgetLineView(line: BudgetStanding): BudgetLine {
  return {
    lineId: line.id,
    unionId: line.unionId,
    fiscalYear: line.fiscalYear,
    accountCode: line.accountCode,
    accountName: chartAccount(line.accountCode)?.nameZh ?? '',
    mark: line.mark,
    projectCode: line.project,
    sourceCode: line.source,
    approvedFen: BigInt(line.approvedFen),
    committedFen: BigInt(line.committedFen),
    spentFen: BigInt(line.spentFen),
    availableFen: BigInt(availableFen(line)),
    executedBasisPoints: executedBasisPoints(line),
    proposedFen: BigInt(line.proposedFen),
    documentNo: line.documentNo,
    proposedBy: line.proposedBy,
    approvedBy: line.approvedBy,
    version: line.version,
    planItemId: line.planItemId,
    planItemTitle: line.planItemTitle,
    headcountTarget: line.headcountTarget,
    headcountReached: line.headcountReached,
  };
}
