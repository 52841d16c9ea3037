import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideActivity, decideEvaluation } from './safety-cup.ts';

test.each([
  ['ENTERED', '2020-06-01', undefined],
  ['ENTERED', '2021-06-01', 'SAFETY_CUP_YEAR'],
  ['EVALUATED', '2020-06-01', 'SAFETY_CUP_EVALUATED'],
])('%s in 2020, an activity on %s: %s', (state, heldOn, code) => {
  const deciding = () => decideActivity({ state, year: 2020 }, heldOn);
  expect(codeOf(deciding)).toBe(code);
});

test.each([
  ['ENTERED', 1, undefined],
  ['ENTERED', 0, 'SAFETY_CUP_IDLE'],
  ['EVALUATED', 1, 'SAFETY_CUP_EVALUATED'],
])('%s with activities of %i kinds: %s', (state, activities, code) => {
  const deciding = () => decideEvaluation({ state }, activities);
  expect(codeOf(deciding)).toBe(code);
});
