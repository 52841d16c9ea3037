import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { decidePlanStep, payoutRatioBp, PLAN_STATES, PLAN_STEPS, type PlanStep } from './plan.ts';

const plan = { periodFrom: '2026-01-01', periodTo: '2026-12-31' };
const after = { today: '2027-07-01', claimsUntil: '2027-06-30', openClaims: 0, unpaidClaims: 0 };
const steps = Object.keys(PLAN_STEPS) as PlanStep[];

test.each(steps)('%s: from its own state only', (step) => {
  const { from, to } = PLAN_STEPS[step];
  for (const state of PLAN_STATES) {
    const deciding = () => decidePlanStep({ ...plan, state }, step, after);
    expect(codeOf(deciding)).toBe(state === from ? undefined : 'PLAN_STATE_WRONG');
  }
  expect(decidePlanStep({ ...plan, state: from }, step, after)).toBe(to);
});

test.each<[string | undefined, PlanStep, object]>([
  ['PERIOD_NOT_BEGUN', 'START', { today: '2025-12-31' }],
  [undefined, 'START', { today: '2026-01-01' }],
  ['PERIOD_NOT_OVER', 'CLOSE', { today: '2026-12-31' }],
  [undefined, 'CLOSE', { today: '2027-01-01' }],
  ['CLAIMS_STILL_COME', 'SETTLE', { today: '2027-06-30' }],
  ['CLAIMS_OPEN', 'SETTLE', { openClaims: 1 }],
  ['CLAIMS_OPEN', 'SETTLE', { unpaidClaims: 1 }],
])('%s: %s with %o', (code, step, over) => {
  const state = PLAN_STEPS[step].from;
  expect(codeOf(() => decidePlanStep({ ...plan, state }, step, { ...after, ...over }))).toBe(code);
});

test.each([
  [0, 0, 0],
  [135_900_000, 150_000_000, 9_060],
  [180, 120, 15_000],
])('%d fen of %d are %d', (payout, premium, bp) => {
  expect(payoutRatioBp(payout, premium)).toBe(bp);
});
