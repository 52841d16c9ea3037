import { expect, test } from 'vitest';
import { offers } from '../acts/act.ts';
import type { Payout } from '../shapes.ts';
import { payoutActs } from './payout-acts.ts';

const again = ['askPayoutAgain', 'dropPayout'];

test.each([
  ['WAITING', 'STUDY_SUBSIDY', '', 'clerk', []],
  ['REQUESTED', 'STUDY_SUBSIDY', '', 'clerk', []],
  ['REFUSED', 'STUDY_SUBSIDY', 'BUDGET_EXCEEDED', 'clerk', again],
  ['REJECTED', 'STUDY_SUBSIDY', '', 'chair', again],
  ['REJECTED', 'STUDY_SUBSIDY', '', 'auditor', []],
  // It goes with its batch.
  ['REJECTED', 'LIVING_SUBSIDY', '', 'clerk', ['askPayoutAgain']],
  // Finance may have it: only as it was, and never dropped.
  ['REFUSED', 'STUDY_SUBSIDY', 'FINANCE_UNREACHABLE', 'clerk', ['repeatPayout']],
  ['PAID', 'STUDY_SUBSIDY', '', 'clerk', []],
])('%s of %s, refused %s, as %s', (state, payoutKind, refusalCode, duty, names) => {
  const record = { payoutKind, refusalCode } as Payout;
  expect(offers(payoutActs, { record, state, reader: { duty, whole: false } })).toEqual(names);
});
