import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideAssessment } from './apprenticeship.ts';

test.each([
  ['SIGNED', 'SENIOR', 'TECHNICIAN', undefined],
  ['SIGNED', 'SENIOR', 'SENIOR', undefined],
  ['SIGNED', 'SENIOR', 'INTERMEDIATE', 'APPRENTICESHIP_GRADE_LOWER'],
  ['ASSESSED', 'SENIOR', 'TECHNICIAN', 'APPRENTICESHIP_ASSESSED'],
] as const)('%s, from %s to %s: %s', (state, gradeBefore, gradeAfter, code) => {
  const deciding = () => decideAssessment({ state, gradeBefore }, gradeAfter);
  expect(codeOf(deciding)).toBe(code);
});
