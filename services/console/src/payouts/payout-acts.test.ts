import { expect, test } from 'vitest';
import { offers } from '../acts/act.ts';
import type { Payout } from '../shapes.ts';
import { payoutActs } from './payout-acts.ts';
import { recordPaymentActs, type Owing } from './record-payment-acts.ts';

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

test.each<[Owing['payoutKind'], string, string]>([
  // His name is on the roster, and his case has no sum of its own.
  ['LEGAL_AID_SUBSIDY', 'amount', 'payeeName'],
  ['RECUPERATION_COST', 'payeeName', 'amount'],
  ['STARTUP_SUBSIDY', 'payeeName', 'amount'],
])('of %s is asked %s and not %s', (payoutKind, asked, left) => {
  const fields = recordPaymentActs.payRecord?.fields;
  const names = typeof fields === 'function' ? fields({ payoutKind, recordId: 'r1' }) : [];
  expect(names).toContain(asked);
  expect(names).not.toContain(left);
});
