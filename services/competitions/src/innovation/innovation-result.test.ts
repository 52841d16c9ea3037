import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideAward } from './honour-innovation-result.ts';
import {
  DECLARATION_STATES,
  decideStep,
  type DeclarationState,
  type DeclarationStep,
} from './innovation-result.ts';
import { decideAuthors } from './register-innovation-result.ts';

const allowed: Record<DeclarationStep, readonly [DeclarationState, DeclarationState]> = {
  evaluate: ['DECLARED', 'EVALUATED'],
  honour: ['EVALUATED', 'HONOURED'],
  passOver: ['EVALUATED', 'NOT_HONOURED'],
};

test.each(Object.keys(allowed) as DeclarationStep[])('%s: from its own state only', (step) => {
  const [from, to] = allowed[step];
  for (const state of DECLARATION_STATES) {
    const deciding = () => decideStep(state, step);
    expect(codeOf(deciding)).toBe(state === from ? undefined : 'DECLARATION_STATE_WRONG');
  }
  expect(decideStep(from, step)).toBe(to);
});

test('an author is named once', () => {
  expect(() => decideAuthors(['a', 'b'])).not.toThrow();
  expect(() => decideAuthors(['a', 'b', 'a'])).toThrow(
    expect.objectContaining({ code: 'RESULT_AUTHOR_TWICE' }),
  );
});

test.each([
  ['一等奖', '合工奖〔2020〕1号', true],
  ['', '', true],
  ['一等奖', '', false],
  ['', '合工奖〔2020〕1号', false],
])('award "%s" by "%s"', (award, documentNo, right) => {
  const deciding = () => decideAward({ award, documentNo });
  expect(codeOf(deciding)).toBe(right ? undefined : 'FIELD_INVALID');
});
