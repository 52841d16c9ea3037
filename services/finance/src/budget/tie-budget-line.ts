import type { BudgetLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { invalid, notFound, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { budgetLineView, findBudgetLines, type BudgetStanding } from './budget-line.ts';

const TieBudgetLine = z.strictObject({
  lineId: id,
  expectedVersion,
  planItemId: optionalText(60),
  planItemTitle: optionalText(120),
  headcountTarget: z.int().min(0, 'negative').max(10_000_000, 'too_large'),
});

/** A tie names its item, its title and how many people it is for; an empty one unties. Invalid FIELD_INVALID otherwise. */
export function decideTie(ask: {
  planItemId: string;
  planItemTitle: string;
  headcountTarget: number;
}): void {
  const tied = ask.planItemId !== '';
  if (tied !== (ask.planItemTitle !== ''))
    throw invalid('FIELD_INVALID', {
      field: 'planItemTitle',
      rule: tied ? 'required' : 'not_yours',
    });
  if (tied !== ask.headcountTarget > 0)
    throw invalid('FIELD_INVALID', {
      field: 'headcountTarget',
      rule: tied ? 'required' : 'not_yours',
    });
}

/** It changes no money, so nobody has to agree; who is reached is counted and never typed. */
export const tieBudgetLine = command({
  schema: TieBudgetLine,
  permission: 'finance.budget.set',
  async run({ sql }, ask): Promise<BudgetLine> {
    decideTie(ask);
    await sql`select id from budget_line where id = ${ask.lineId} for update`;
    const [line] = await findBudgetLines(sql, { ids: [ask.lineId], limit: 1 });
    if (!line) throw notFound('BUDGET_LINE_UNKNOWN', { lineId: ask.lineId });
    if (line.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: line.version });
    await sql`
      update budget_line set plan_item_id = ${ask.planItemId}, plan_item_title = ${ask.planItemTitle},
        headcount_target = ${ask.headcountTarget}, version = version + 1
      where id = ${line.id}`;
    const [after] = await findBudgetLines(sql, { ids: [line.id], limit: 1 });
    return budgetLineView(after as BudgetStanding);
  },
});
