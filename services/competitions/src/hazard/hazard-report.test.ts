import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideStep, HAZARD_STATES, type HazardState, type HazardStep } from './hazard-report.ts';

const allowed: Record<HazardStep, readonly [HazardState, HazardState]> = {
  forward: ['SUBMITTED', 'FORWARDED'],
  fix: ['FORWARDED', 'FIXED'],
  refuse: ['FORWARDED', 'REFUSED'],
  award: ['FIXED', 'AWARDED'],
};
const steps = Object.keys(allowed) as HazardStep[];

test.each(steps)('%s: from its own state only', (step) => {
  const [from, to] = allowed[step];
  for (const state of HAZARD_STATES) {
    const deciding = () => decideStep(state, step);
    expect(codeOf(deciding)).toBe(state === from ? undefined : 'HAZARD_STATE_WRONG');
  }
  expect(decideStep(from, step)).toBe(to);
});
