import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { sourceOf } from './on-payments.ts';
import { decideAgain } from './payout-use-cases.ts';
import { decideOver, shownState, type PayoutRow } from './payout.ts';
import { requireNotPayee } from './write-payout.ts';

test.each([
  ['WAITING', 'WAITING', 2, 0, 0],
  ['REQUESTED', 'REQUESTED', 2, 1, 0],
  ['PAID', 'REQUESTED', 2, 2, 0],
  ['FAILED', 'REQUESTED', 2, 1, 1],
  ['DROPPED', 'DROPPED', 2, 0, 0],
] as const)('%s: %s with %i lines, %i paid, %i failed', (shown, state, lines, paid, bad) => {
  expect(shownState({ state, lineCount: lines, paidCount: paid, failedCount: bad })).toBe(shown);
});

test.each([
  ['PAYOUT_STATE_WRONG', 'WAITING', ''],
  ['PAYOUT_STATE_WRONG', 'REQUESTED', ''],
  ['PAYOUT_STATE_WRONG', 'DROPPED', ''],
  ['PAYOUT_UNANSWERED', 'REFUSED', 'FINANCE_UNREACHABLE'],
  [undefined, 'REFUSED', 'BUDGET_EXCEEDED'],
  [undefined, 'REJECTED', ''],
] as const)('dropped: %s of %s %s', (code, state, refusalCode) => {
  expect(codeOf(() => decideOver({ state, refusalCode }))).toBe(code);
});

const from = { bank: 'main', projectCode: '', sourceCode: 'union' };
const lost = { ...from, state: 'REFUSED', refusalCode: 'FINANCE_UNREACHABLE' } as PayoutRow;
test('what finance may have is asked for again as it was, and not otherwise', () => {
  expect(codeOf(() => decideAgain(lost, from))).toBeUndefined();
  expect(codeOf(() => decideAgain(lost, { ...from, bank: 'other' }))).toBe('PAYOUT_UNANSWERED');
  const answered = { ...lost, refusalCode: 'BUDGET_EXCEEDED' };
  expect(codeOf(() => decideAgain(answered, { ...from, bank: 'other' }))).toBeUndefined();
});

test('nobody asks for his own money', () => {
  const lines = [{ beneficiaryId: 'm-1' }];
  expect(codeOf(() => requireNotPayee(lines, { id: 'c', member: 'm-1' }))).toBe('PAYEE_IS_MAKER');
  expect(codeOf(() => requireNotPayee(lines, { id: 'm-1', member: '' }))).toBe('PAYEE_IS_MAKER');
  expect(codeOf(() => requireNotPayee([{ beneficiaryId: '' }], { id: 'c', member: '' }))).toBe(
    undefined,
  );
});

const payoutId = '0198a5c0-3b1e-7a10-8c2d-000000000922';
test.each([
  [{ payoutId, round: 2 }, 'competitions', `${payoutId}/2`],
  [undefined, 'refund', `${payoutId}/2`],
  [undefined, 'competitions', payoutId],
  [undefined, 'competitions', 'r-1/2'],
])('%j is of %s %s', (found, sourceService, sourceId) => {
  expect(sourceOf('competitions', { sourceService, sourceId })).toEqual(found);
});
