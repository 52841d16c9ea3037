import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import {
  decideStep,
  SUGGESTION_STATES,
  type SuggestionState,
  type SuggestionStep,
} from './suggestion.ts';

const allowed: Record<SuggestionStep, readonly [SuggestionState, SuggestionState]> = {
  adopt: ['SUBMITTED', 'ADOPTED'],
  reject: ['SUBMITTED', 'REJECTED'],
  recordBenefit: ['ADOPTED', 'BENEFIT_RECORDED'],
  reward: ['BENEFIT_RECORDED', 'REWARDED'],
};
const steps = Object.keys(allowed) as SuggestionStep[];

test.each(steps)('%s: from its own state only', (step) => {
  const [from, to] = allowed[step];
  for (const state of SUGGESTION_STATES) {
    const deciding = () => decideStep(state, step);
    expect(codeOf(deciding)).toBe(state === from ? undefined : 'SUGGESTION_STATE_WRONG');
  }
  expect(decideStep(from, step)).toBe(to);
});
