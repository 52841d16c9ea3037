import type { Budget, BudgetLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { budgetLineView, findBudgetLines } from './budget-line.ts';

/** More lines than the chart has accounts for, projects and sources included. */
const LINES_MAX = 2_000;

export const listBudget = query({
  schema: z.strictObject({ unionId: id, fiscalYear: z.int().min(2000, 'too_small') }),
  permission: 'finance.budget.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<Budget> {
    const items = (await findBudgetLines(sql, { ...ask, limit: LINES_MAX })).map(budgetLineView);
    return {
      items,
      approvedFen: total(items, 'approvedFen'),
      committedFen: total(items, 'committedFen'),
      spentFen: total(items, 'spentFen'),
      availableFen: total(items, 'availableFen'),
    };
  },
});

type Money = 'approvedFen' | 'committedFen' | 'spentFen' | 'availableFen';
const total = (items: readonly BudgetLine[], field: Money) =>
  items.reduce((sum, line) => sum + line[field], 0n);
