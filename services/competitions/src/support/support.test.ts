import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideStep, SUPPORT_STATES, type SupportState, type SupportStep } from './support.ts';

const allowed: Record<SupportStep, readonly [readonly SupportState[], SupportState]> = {
  deliver: [['DECLARED', 'RETURNED'], 'DELIVERED'],
  accept: [['DELIVERED'], 'ACCEPTED'],
  sendBack: [['DELIVERED'], 'RETURNED'],
};

test.each(Object.keys(allowed) as SupportStep[])('%s: from its own states only', (step) => {
  const [from, to] = allowed[step];
  for (const state of SUPPORT_STATES) {
    const code = codeOf(() => decideStep(state, step));
    expect(code).toBe(from.includes(state) ? undefined : 'SUPPORT_STATE_WRONG');
  }
  expect(from.map((state) => decideStep(state, step))).toEqual(from.map(() => to));
});
