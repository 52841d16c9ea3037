import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  decideLawyer,
  decideLegalAidStep,
  decideReviewStep,
  LEGAL_AID_STATES,
  type LegalAidState,
  type LegalAidStep,
} from './legal-aid-steps.ts';

const TABLE: Record<LegalAidStep, readonly [readonly LegalAidState[], LegalAidState]> = {
  COMPLETE: [['APPLIED'], 'MATERIALS'],
  GRANT: [['MATERIALS', 'REFUSED'], 'GRANTED'],
  REFUSE: [['MATERIALS'], 'REFUSED'],
  REFUSE_AGAIN: [['REFUSED'], 'REFUSED_FINALLY'],
  ASSIGN: [['GRANTED', 'LAWYER_ASSIGNED'], 'LAWYER_ASSIGNED'],
  START: [['LAWYER_ASSIGNED'], 'IN_PROGRESS'],
  CLOSE: [['IN_PROGRESS'], 'CLOSED'],
  EVALUATE: [['CLOSED'], 'EVALUATED'],
};

test.each(Object.keys(TABLE) as LegalAidStep[])('%s: from its own states only', (step) => {
  const [from, to] = TABLE[step];
  for (const state of LEGAL_AID_STATES) {
    const code = codeOf(() => decideLegalAidStep(state, step));
    expect(code).toBe(from.includes(state) ? undefined : 'LEGAL_AID_STATE_WRONG');
  }
  for (const state of from) expect(decideLegalAidStep(state, step)).toBe(to);
});

test.each([
  ['MATERIALS', '', true, 'GRANT'],
  ['MATERIALS', '', false, 'REFUSE'],
  ['REFUSED', 'first', true, 'GRANT'],
  ['REFUSED', 'first', false, 'REFUSE_AGAIN'],
] as const)('%s, granted by somebody else: %s %s', (state, reviewedBy, granted, step) => {
  expect(decideReviewStep({ state, reviewedBy }, { granted, account: 'second' })).toBe(step);
});

test('nobody looks at his own refusal', () => {
  const refused = { state: 'REFUSED', reviewedBy: 'first' } as const;
  const again = () => decideReviewStep(refused, { granted: true, account: 'first' });
  expect(codeOf(again)).toBe('LEGAL_AID_OWN_REVIEW');
});

const lawyer = (professionalId: string, firmName: string, clientUsccs: string[] = []) => ({
  professionalId,
  firmName,
  clientUsccs,
});
const one = lawyer('l-1', '合成律师事务所');

test.each([
  ['LAWYER_NOT_DECLARED', one, [], false, 'U-1'],
  ['LAWYER_CONFLICT', lawyer('l-1', '', ['U-1']), [], true, 'U-1'],
  ['LAWYER_CONFLICT', one, [lawyer('l-2', '合成律师事务所', ['U-1'])], true, 'U-1'],
  [undefined, one, [lawyer('l-2', '另一律师事务所', ['U-1'])], true, 'U-1'],
  [undefined, lawyer('l-1', ''), [lawyer('l-2', '', ['U-1'])], true, 'U-1'],
  [undefined, lawyer('l-1', '', ['U-1']), [], true, ''],
] as const)('%s', (code, taken, colleagues, declared, employerUscc) => {
  expect(codeOf(() => decideLawyer(taken, { employerUscc, colleagues, declared }))).toBe(code);
});
