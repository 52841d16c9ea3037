import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  CLAIM_STATES,
  CLAIM_STEPS,
  decideStep,
  type ClaimState,
  type ClaimStep,
} from './claim-steps.ts';

const steps = Object.keys(CLAIM_STEPS) as ClaimStep[];
const allowed: Record<ClaimStep, readonly [ClaimState, ...ClaimState[]]> = {
  SUBMIT: ['MATERIALS', 'REPORTED', 'RETURNED'],
  CHECK: ['CHECKED', 'MATERIALS'],
  REVIEW: ['REVIEWED', 'CHECKED'],
  CALCULATE: ['CALCULATED', 'REVIEWED', 'CALCULATED'],
  APPROVE: ['APPROVED', 'CALCULATED'],
  RETURN: ['RETURNED', 'MATERIALS', 'CHECKED'],
  REJECT: ['REJECTED', 'REPORTED', 'MATERIALS', 'CHECKED', 'REVIEWED', 'CALCULATED', 'RETURNED'],
  APPEAL: ['APPEALED', 'REJECTED'],
  UPHOLD: ['RETURNED', 'APPEALED'],
  DENY: ['REJECTED', 'APPEALED'],
};
const explained = new Set<ClaimStep>(['RETURN', 'REJECT', 'DENY']);
const by = (step: ClaimStep, account = 'a') => ({
  account,
  reasonCode: explained.has(step) ? 'NOT_COVERED' : '',
});

test.each(steps)('%s: from its own states only', (step) => {
  const [to, ...from] = allowed[step];
  for (const state of CLAIM_STATES) {
    const deciding = () => decideStep({ state, taken: [] }, step, by(step));
    expect(codeOf(deciding)).toBe(from.includes(state) ? undefined : 'CLAIM_STATE_WRONG');
  }
  for (const state of from) expect(decideStep({ state, taken: [] }, step, by(step))).toBe(to);
});

test.each<[string | undefined, ClaimState, ClaimStep, string[], string, string]>([
  ['SAME_PERSON', 'CHECKED', 'REVIEW', ['CHECK a'], 'a', ''],
  [undefined, 'CHECKED', 'REVIEW', ['CHECK a'], 'b', ''],
  // Returned and checked again by somebody else: who checked it first may review it.
  [undefined, 'CHECKED', 'REVIEW', ['CHECK a', 'RETURN a', 'CHECK b'], 'a', ''],
  ['SAME_PERSON', 'CALCULATED', 'APPROVE', ['CHECK a', 'CALCULATE b'], 'a', ''],
  ['SAME_PERSON', 'CALCULATED', 'APPROVE', ['CHECK a', 'CALCULATE b'], 'b', ''],
  [undefined, 'CALCULATED', 'APPROVE', ['CHECK a', 'CALCULATE b'], 'c', ''],
  ['APPEALED_BEFORE', 'REJECTED', 'APPEAL', ['REJECT a', 'APPEAL m', 'DENY b'], 'm', ''],
  ['SAME_PERSON', 'APPEALED', 'DENY', ['REJECT a', 'APPEAL m'], 'a', 'NOT_COVERED'],
  ['SAME_PERSON', 'APPEALED', 'UPHOLD', ['REJECT a', 'APPEAL m'], 'a', ''],
  ['REASON_MISSING', 'MATERIALS', 'RETURN', [], 'a', ''],
  ['REASON_NOT_YOURS', 'MATERIALS', 'CHECK', [], 'a', 'NOT_COVERED'],
])('%s: of %s by %s', (code, state, step, said, account, reasonCode) => {
  const taken = said.map((one) => {
    const [name = '', who = ''] = one.split(' ');
    return { step: name, account: who };
  });
  expect(codeOf(() => decideStep({ state, taken }, step, { account, reasonCode }))).toBe(code);
});
