import { expect, test } from 'vitest';
import {
  COMPETITION_STATES,
  decideFiled,
  decideStep,
  requireState,
  type CompetitionState,
  type Origin,
} from './state.ts';

const refusedWith = (code: string) => expect.objectContaining({ kind: 'refused', code });
const steps = (origin: Origin) =>
  COMPETITION_STATES.flatMap((state) =>
    COMPETITION_STATES.filter((toState) => {
      try {
        decideStep({ state, origin }, toState);
        return true;
      } catch (error) {
        expect(error).toEqual(refusedWith('COMPETITION_STEP'));
        return false;
      }
    }).map((toState) => `${state} ${toState}`),
  );

test('of all pairs of states only those that follow one another are steps', () => {
  expect(steps('HELD')).toEqual([
    'APPROVED ANNOUNCED',
    'ANNOUNCED ENROLLING',
    'ENROLLING QUALIFYING',
    'QUALIFYING FINAL',
    'FINAL SCORING_LOCKED',
    'SCORING_LOCKED APPEAL_WINDOW',
    'APPEAL_WINDOW RESULT_PUBLISHED',
    'RESULT_PUBLISHED AWARDS_ISSUED',
    'AWARDS_ISSUED ARCHIVED',
  ]);
  expect(steps('JOINED')).toEqual([
    'APPROVED ENROLLING',
    'ENROLLING RESULT_PUBLISHED',
    'RESULT_PUBLISHED ARCHIVED',
  ]);
});

const filed = { state: 'FILED', origin: 'HELD', filedBy: 'clerk-1' } as const;
const yes = { account: 'chair-1', approve: true, reason: '' };

test.each<[string, { state: CompetitionState }, Partial<typeof yes>]>([
  ['COMPETITION_STATE', { state: 'DRAFT' }, { account: 'clerk-1' }],
  ['FILER_IS_APPROVER', filed, { account: 'clerk-1' }],
  ['FILER_IS_APPROVER', filed, { account: 'clerk-1', approve: false }],
  ['COMPETITION_REASON_MISSING', filed, { approve: false }],
])('a decision is refused: %s', (code, competition, ask) => {
  expect(() => decideFiled({ ...filed, ...competition }, { ...yes, ...ask })).toThrow(
    refusedWith(code),
  );
});

test('a yes approves, a no gives it back to be mended', () => {
  expect(decideFiled(filed, yes)).toBe('APPROVED');
  expect(decideFiled(filed, { ...yes, approve: false, reason: '缺预算' })).toBe('DRAFT');
});

test('a state that is not allowed is named', () => {
  expect(() => requireState({ state: 'FINAL' }, 'QUALIFYING', 'FINAL')).not.toThrow();
  expect(() => requireState({ state: 'DRAFT' }, 'FINAL')).toThrow(
    expect.objectContaining({ details: { state: 'DRAFT' } }),
  );
});
