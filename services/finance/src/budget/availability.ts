// Whether the year's budget has room for what a payment asks: looked at when it is asked and again when it is approved.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { availableFen, findBudgetLines, type BudgetStanding } from './budget-line.ts';

/** An account's line of the year, by project and source. */
export interface BudgetNeed {
  project: string;
  source: string;
  amountFen: number;
}

/** '' + '' never stands for another pair: a project's code holds no line break. */
export const needKey = ({ project, source }: Pick<BudgetNeed, 'project' | 'source'>) =>
  `${project}\n${source}`;

/** What the lines of a payment need of each budget line together. */
export function sumNeeds(lines: readonly BudgetNeed[]): BudgetNeed[] {
  const needs = new Map<string, BudgetNeed>();
  for (const line of lines) {
    const { project, source } = line;
    const sum = needs.get(needKey(line))?.amountFen ?? 0;
    needs.set(needKey(line), { project, source, amountFen: sum + line.amountFen });
  }
  return [...needs.values()];
}

/** The budget line of each need. Refused BUDGET_LINE_MISSING, BUDGET_EXCEEDED. */
export function decideAvailability(
  needs: readonly BudgetNeed[],
  lines: readonly BudgetStanding[],
): Map<string, string> {
  const byKey = new Map(lines.map((line) => [needKey(line), line]));
  const found = new Map<string, string>();
  for (const need of needs) {
    const { project, source } = need;
    const line = byKey.get(needKey(need));
    if (!line) throw refused('BUDGET_LINE_MISSING', { project, source });
    const shortFen = need.amountFen - availableFen(line);
    if (shortFen > 0) throw refused('BUDGET_EXCEEDED', { project, source, shortFen });
    found.set(needKey(need), line.id);
  }
  return found;
}

/** Locked until the transaction ends: two who spend from one line do it one after the other. */
export async function lockBudgetLines(
  sql: Sql,
  of: { unionId: string; fiscalYear: number; accountCode: string },
  needs: readonly BudgetNeed[],
): Promise<BudgetStanding[]> {
  const { unionId, fiscalYear, accountCode } = of;
  const rows = await sql<{ id: string }>`
    select id from budget_line
    where union_id = ${unionId} and fiscal_year = ${fiscalYear} and account_code = ${accountCode}
      and (project, source) in (select * from unnest(${needs.map(({ project }) => project)}::text[],
        ${needs.map(({ source }) => source)}::text[]))
    order by id for update`;
  // A statement of its own: what others had committed to while this waited is seen here.
  return findBudgetLines(sql, { ids: rows.map((row) => row.id), limit: rows.length });
}
