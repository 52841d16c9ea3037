import { expect, test } from 'vitest';
import { decideBudgetApproval } from './approve-budget-line.ts';
import { decideAvailability, sumNeeds } from './availability.ts';
import { availableFen, executedBasisPoints, type BudgetStanding } from './budget-line.ts';
import { decideBudgetLine } from './set-budget-line.ts';

const standing = {
  approvedFen: 1_000_000,
  agreedFen: 1_000_000,
  committedFen: 200_000,
  spentFen: 300_000,
  proposedFen: 0,
};
const ask = { accountCode: '50404', mark: 'basic', projectCode: '', amountFen: 1_100_000 } as const;
const FREE = 1_000; // 10 %

test.each([
  ['a new line', undefined, {}, 'proposed'],
  ['10 % more', standing, {}, 'in_force'],
  ['10 % and a fen more', standing, { amountFen: 1_100_001 }, 'proposed'],
  ['10 % less', standing, { amountFen: 900_000 }, 'in_force'],
  ['10 % and a fen less', standing, { amountFen: 899_999 }, 'proposed'],
  [
    'the second 10 %, of what was agreed',
    { ...standing, approvedFen: 1_100_000 },
    { amountFen: 1_200_000 },
    'proposed',
  ],
])('%s', (_, line, over, decided) => {
  expect(decideBudgetLine(line, { ...ask, ...over }, FREE)).toBe(decided);
});

test.each([
  ['ACCOUNT_NOT_EXPENDITURE', standing, { accountCode: '402' }],
  ['ACCOUNT_NOT_EXPENDITURE', standing, { accountCode: '59999' }],
  ['BUDGET_MARK_WRONG', standing, { projectCode: 'SWN-2026' }],
  ['BUDGET_MARK_WRONG', standing, { mark: 'project' as const }],
  ['BUDGET_CHANGE_OPEN', { ...standing, proposedFen: 1 }, {}],
  ['BUDGET_UNCHANGED', standing, { amountFen: 1_000_000 }],
  ['BUDGET_BELOW_USED', standing, { amountFen: 499_999 }],
])('refuses %s', (code, line, over) => {
  expect(() => decideBudgetLine(line, { ...ask, ...over }, FREE)).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each([
  ['BUDGET_NOTHING_PROPOSED', { proposedFen: 0 }, 'second', 3],
  ['VERSION_MOVED', {}, 'second', 2],
  ['MAKER_IS_APPROVER', {}, 'first', 3],
  ['BUDGET_BELOW_USED', { proposedFen: 400_000 }, 'second', 3],
])('a second person does not agree, %s', (code, over, account, expectedVersion) => {
  const line = { ...standing, proposedFen: 1_500_000, proposedBy: 'first', version: 3, ...over };
  expect(() => decideBudgetApproval(line, { account, expectedVersion })).toThrow(
    expect.objectContaining({ code }),
  );
});

test('available is what is neither spent nor committed; execution is what is spent', () => {
  expect(availableFen(standing)).toBe(500_000);
  expect(executedBasisPoints(standing)).toBe(3_000);
  expect(executedBasisPoints({ ...standing, approvedFen: 900_000_000_001 })).toBe(0);
  expect(executedBasisPoints({ ...standing, approvedFen: 0 })).toBe(0);
});

test('what lines need of one budget line is taken together', () => {
  const need = (project: string, amountFen: number) => ({ project, source: 'union', amountFen });
  const needs = sumNeeds([need('', 300_000), need('P', 1), need('', 200_000)]);
  expect(needs).toEqual([need('', 500_000), need('P', 1)]);
  const line = (project: string, over = {}) =>
    ({ ...standing, id: `line-${project}`, project, source: 'union', ...over }) as BudgetStanding;
  expect([...decideAvailability(needs, [line(''), line('P')]).values()]).toEqual([
    'line-',
    'line-P',
  ]);
  expect(() => decideAvailability(needs, [line('')])).toThrow(
    expect.objectContaining({ code: 'BUDGET_LINE_MISSING' }),
  );
  const short = line('', { approvedFen: 999_999 });
  expect(() => decideAvailability(needs, [short, line('P')])).toThrow(
    expect.objectContaining({
      code: 'BUDGET_EXCEEDED',
      details: expect.objectContaining({ shortFen: 1 }) as object,
    }),
  );
});
