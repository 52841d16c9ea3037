import { expect, test } from 'vitest';
import type { Audit, Finding } from '../shapes.ts';
import { offersOf } from './audit-actions.ts';
import { offersOfFinding } from './finding-actions.ts';

test.each([
  ['PLANNED', 'auditor', ['notify', 'cancel']],
  ['ENTERED', 'auditor', ['paper', 'sample', 'raise', 'draft']],
  ['DRAFTED', 'auditor', ['paper', 'sample', 'raise', 'report']],
  ['DRAFTED', 'finance', ['comment']],
  ['DRAFTED', 'chair', ['comment']],
  ['DECIDED', 'auditor', ['close']],
  ['ENTERED', 'finance', []],
  ['CLOSED', 'auditor', []],
  ['ENTERED', 'supervisor', []],
])('an audit that is %s, for a %s', (state, duty, names) => {
  expect(offersOf({ state } as Audit, duty)).toEqual(names);
});

test.each([
  ['OPEN', 0, 'auditor', ['notifyOne']],
  ['NOTIFIED', 0, 'finance', ['rectify']],
  ['NOTIFIED', 0, 'auditor', []],
  ['NOTIFIED', 3, 'auditor', ['escalate']],
  ['PLAN', 0, 'auditor', ['accept']],
  ['RETURNED', 1, 'chair', ['submit']],
  ['EVIDENCE_SUBMITTED', 0, 'auditor', ['verify']],
  ['VERIFIED', 0, 'auditor', ['strike']],
  ['CLOSED', 0, 'auditor', []],
])('a finding that is %s, %i days late, for a %s', (state, overdueDays, duty, names) => {
  expect(offersOfFinding({ state, overdueDays } as Finding, duty)).toEqual(names);
});
