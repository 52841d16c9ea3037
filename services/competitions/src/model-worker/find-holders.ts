// The holders whom a batch could pay, with what decides it.
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { CareKind } from '../payout/payout-policy.ts';
import type { Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import type { CareRules, Holder } from './decide-care.ts';
import { openIncome, type ModelWorkerRow } from './model-worker.ts';

export interface HolderRow extends ModelWorkerRow {
  paidThisMonth: boolean;
}

interface Find {
  unionId: string;
  kind: CareKind;
  month: string;
  grade: string;
  /** These alone; null for all. */
  personIds: readonly string[] | null;
  /** Which does not count as another. */
  batchId: string | null;
  limit: number;
}

/** Of the union that pays and of those below it. */
export function findHolders(sql: Sql, of: Find): Promise<HolderRow[]> {
  return sql<HolderRow>`
    select w.*, exists (select from care_line as l
      where l.live and l.care_kind = ${of.kind} and l.month = ${of.month} and l.person_id = w."personId"
        and l.batch_id is distinct from ${of.batchId}::uuid) as "paidThisMonth"
    from model_worker_row as w
    where (w."unionId" = ${of.unionId}::uuid or exists (
        select from scope_below as b (b_above, b_below)
        where b.b_above = ${of.unionId}::uuid and b.b_below = w."unionId"))
      and (${of.grade}::text = '' or w.grade = ${of.grade}::text)
      and (${of.personIds}::uuid[] is null or w."personId" = any(${of.personIds}::uuid[]))
    order by w."personId" limit ${of.limit}`;
}

export function holderOf(vault: Vault, row: HolderRow): Holder {
  const { personId, grade, standing, livelihood, checkedYear, checkOutcome, paidThisMonth } = row;
  return {
    personId,
    grade,
    standing,
    livelihood,
    checkedYear,
    checkOutcome,
    paidThisMonth,
    hasAccount: row.accountSealed !== null,
    incomeFen: openIncome(vault, row),
  };
}

/** As they are on the first day of the month that is paid. */
export function rulesOf(month: string): CareRules {
  const on = `${month}-01`;
  return {
    livingLines: competitionsPolicy('care.living_lines', on),
    livingGrades: competitionsPolicy('care.living_grades', on),
    honourAllowance: competitionsPolicy('care.honour_allowance', on),
    checkCarriesMonths: competitionsPolicy('care.check_carries_months', on),
  };
}
