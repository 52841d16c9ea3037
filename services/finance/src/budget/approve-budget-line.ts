import type { BudgetLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { budgetLineView, findBudgetLines, type BudgetStanding } from './budget-line.ts';

type Standing = Pick<
  BudgetStanding,
  'proposedFen' | 'proposedBy' | 'committedFen' | 'spentFen' | 'version'
>;

/** A second person: not whoever proposed it, whatever his duties. */
export function decideBudgetApproval(
  line: Standing,
  ask: { account: string; expectedVersion: number },
): { amountFen: number } {
  if (line.proposedFen === 0) throw refused('BUDGET_NOTHING_PROPOSED');
  if (line.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: line.version });
  if (line.proposedBy === ask.account) throw refused('MAKER_IS_APPROVER');
  const usedFen = line.committedFen + line.spentFen;
  if (line.proposedFen < usedFen) throw refused('BUDGET_BELOW_USED', { usedFen });
  return { amountFen: line.proposedFen };
}

export const approveBudgetLine = command({
  schema: z.strictObject({ lineId: id, expectedVersion }),
  permission: 'finance.budget.approve',
  async run({ sql, actor, now }, ask): Promise<BudgetLine> {
    await sql`select id from budget_line where id = ${ask.lineId} for update`;
    const [line] = await findBudgetLines(sql, { ids: [ask.lineId], limit: 1 });
    if (!line) throw notFound('BUDGET_LINE_UNKNOWN', { lineId: ask.lineId });
    const { expectedVersion: version } = ask;
    const { amountFen } = decideBudgetApproval(line, {
      account: actor.id,
      expectedVersion: version,
    });
    await sql`
      update budget_change set approved_by = ${actor.id}, in_force_at = ${now}
      where line_id = ${line.id} and in_force_at is null`;
    await sql`
      update budget_line set amount_fen = ${amountFen}, agreed_fen = ${amountFen},
        version = version + 1
      where id = ${line.id}`;
    const [after] = await findBudgetLines(sql, { ids: [line.id], limit: 1 });
    return budgetLineView(after as BudgetStanding);
  },
});
