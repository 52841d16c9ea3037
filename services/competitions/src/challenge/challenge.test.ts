import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import {
  CHALLENGE_STATES,
  decideStep,
  type ChallengeState,
  type ChallengeStep,
} from './challenge.ts';

const allowed: Record<ChallengeStep, readonly [ChallengeState, ChallengeState]> = {
  take: ['POSTED', 'TAKEN'],
  deliver: ['TAKEN', 'DELIVERED'],
};

test.each(Object.keys(allowed) as ChallengeStep[])('%s: from its own state only', (step) => {
  const [from, to] = allowed[step];
  for (const state of CHALLENGE_STATES) {
    const deciding = () => decideStep(state, step);
    expect(codeOf(deciding)).toBe(state === from ? undefined : 'CHALLENGE_STATE_WRONG');
  }
  expect(decideStep(from, step)).toBe(to);
});
