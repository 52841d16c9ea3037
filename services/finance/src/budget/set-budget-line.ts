import type { BudgetLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { requireLivingUnion } from './require-union.ts';
import {
  budgetLineView,
  findBudgetLines,
  MARKS,
  SOURCES,
  type BudgetStanding,
} from './budget-line.ts';

const SetBudgetLine = z.strictObject({
  unionId: id,
  fiscalYear: z.int().min(2000, 'too_small').max(2199, 'too_large'),
  accountCode: text(5),
  mark: code(MARKS),
  projectCode: optionalText(40),
  sourceCode: code(SOURCES),
  amountFen,
  documentNo: text(100),
  reason: text(200),
});
type SetBudgetLine = z.output<typeof SetBudgetLine>;

type Standing = Pick<
  BudgetStanding,
  'approvedFen' | 'agreedFen' | 'committedFen' | 'spentFen' | 'proposedFen'
>;

/**
 * Whether the amount is in force at once. A new line is not, nor is one that moves by more than the free share of what a
 * second person agreed to last.
 */
export function decideBudgetLine(
  line: Standing | undefined,
  ask: Pick<SetBudgetLine, 'accountCode' | 'mark' | 'projectCode' | 'amountFen'>,
  freeBasisPoints: number,
): 'in_force' | 'proposed' {
  if (chartAccount(ask.accountCode)?.kind !== 'EXPENDITURE')
    throw refused('ACCOUNT_NOT_EXPENDITURE', { accountCode: ask.accountCode });
  if ((ask.mark === 'project') !== (ask.projectCode !== ''))
    throw refused('BUDGET_MARK_WRONG', { mark: ask.mark });
  if (!line) return 'proposed';
  if (line.proposedFen > 0) throw refused('BUDGET_CHANGE_OPEN');
  if (ask.amountFen === line.approvedFen) throw refused('BUDGET_UNCHANGED');
  const usedFen = line.committedFen + line.spentFen;
  if (ask.amountFen < usedFen) throw refused('BUDGET_BELOW_USED', { usedFen });
  const change = BigInt(Math.abs(ask.amountFen - line.agreedFen));
  const free = change * 10_000n <= BigInt(line.agreedFen) * BigInt(freeBasisPoints);
  return free ? 'in_force' : 'proposed';
}

export const setBudgetLine = command({
  schema: SetBudgetLine,
  permission: 'finance.budget.set',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<BudgetLine> {
    await requireLivingUnion(tx.sql, ask.unionId);
    const line = await lockLine(tx, ask);
    const free = financePolicy('budget.free_adjustment', chinaDate(tx.now));
    const decided = decideBudgetLine(line, ask, free);
    const lineId = line?.id ?? (await openLine(tx, ask));
    await writeChange(tx, lineId, ask, decided);
    const [now] = await findBudgetLines(tx.sql, { ids: [lineId], limit: 1 });
    return budgetLineView(now as BudgetStanding);
  },
});

async function lockLine({ sql }: Tx, ask: SetBudgetLine): Promise<BudgetStanding | undefined> {
  // Two who open the same line at once wait for each other here: there is no row yet to lock.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`budget ${ask.unionId}`}, 0))`;
  const [row] = await sql<{ id: string }>`
    select id from budget_line
    where union_id = ${ask.unionId} and fiscal_year = ${ask.fiscalYear}
      and account_code = ${ask.accountCode} and project = ${ask.projectCode}
      and source = ${ask.sourceCode}
    for update`;
  if (!row) return undefined;
  const [line] = await findBudgetLines(sql, { ids: [row.id], limit: 1 });
  return line;
}

async function openLine({ sql }: Tx, ask: SetBudgetLine): Promise<string> {
  const lineId = newId();
  await sql`
    insert into budget_line (id, union_id, fiscal_year, account_code, mark, project, source,
      amount_fen, agreed_fen)
    values (${lineId}, ${ask.unionId}, ${ask.fiscalYear}, ${ask.accountCode}, ${ask.mark},
      ${ask.projectCode}, ${ask.sourceCode}, 0, 0)`;
  return lineId;
}

async function writeChange(
  { sql, actor, now }: Tx,
  lineId: string,
  ask: SetBudgetLine,
  decided: 'in_force' | 'proposed',
): Promise<void> {
  const inForceAt = decided === 'in_force' ? now : null;
  await sql`
    insert into budget_change (id, line_id, union_id, amount_fen, document_no, reason, proposed_by,
      proposed_at, in_force_at)
    values (${newId()}, ${lineId}, ${ask.unionId}, ${ask.amountFen}, ${ask.documentNo},
      ${ask.reason}, ${actor.id}, ${now}, ${inForceAt})`;
  await sql`
    update budget_line set version = version + 1,
      amount_fen = case when ${inForceAt}::timestamptz is null then amount_fen else ${ask.amountFen} end
    where id = ${lineId}`;
}
