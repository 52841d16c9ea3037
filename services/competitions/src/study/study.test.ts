import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';
import { splitSubsidy } from './split.ts';
import { decideStudyStep, type StudyState, type StudyStep } from './study-subsidy.ts';

const rules = competitionsPolicy('study.subsidy', '2026-05-01');

test.each([
  ['BACHELOR', 680_000, [80_000, 60_000, 60_000]],
  ['BACHELOR', 200_000, [80_000, 60_000, 60_000]],
  // Never more than was paid, and the last level takes what rounding leaves.
  ['BACHELOR', 100_001, [40_000, 30_000, 30_001]],
  ['JUNIOR_COLLEGE', 9_999, [3_999, 2_999, 3_001]],
  ['MASTER', 1, [1]],
] as const)('%s for %i fen of tuition', (degree, tuition, fens) => {
  const shares = splitSubsidy(tuition, rules[degree]);
  expect(shares.map(({ amountFen }) => amountFen)).toEqual(fens);
  const sum = shares.reduce((all, { amountFen }) => all + amountFen, 0);
  expect(sum).toBe(Math.min(tuition, rules[degree].maxFen));
});

test('every rule shares out all of it', () => {
  const entries = COMPETITIONS_POLICY.filter(({ key }) => key === 'study.subsidy');
  expect(entries).not.toEqual([]);
  for (const { shares } of Object.values(rules))
    expect(shares.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000);
});

const study = {
  state: 'APPLIED' as StudyState,
  memberId: 'm-1',
  appliedBy: 'a-1',
  checkedBy: '',
  reviewedBy: '',
};
const clerk = { id: 'c-1', member: '' };
const yes = { passed: true, note: '' };
const steps: [StudyStep, StudyState, StudyState][] = [
  ['check', 'APPLIED', 'CHECKED'],
  ['review', 'CHECKED', 'REVIEWED'],
  ['approve', 'REVIEWED', 'APPROVED'],
];
test.each(steps)('%s: from %s to %s, from nowhere else', (step, from, to) => {
  expect(decideStudyStep({ ...study, state: from }, step, clerk, yes)).toBe(to);
  expect(
    decideStudyStep({ ...study, state: from }, step, clerk, { passed: false, note: '材料不全' }),
  ).toBe('REFUSED');
  const others = (['APPLIED', 'CHECKED', 'REVIEWED', 'APPROVED', 'REFUSED'] as const)
    .filter((state) => state !== from)
    .map((state) => codeOf(() => decideStudyStep({ ...study, state }, step, clerk, yes)));
  expect(others).toEqual(Array.from({ length: 4 }, () => 'STUDY_STATE_WRONG'));
});

test.each([
  ['PAYEE_IS_APPROVER', study, { id: 'c-1', member: 'm-1' }, yes],
  ['PAYEE_IS_APPROVER', study, { id: 'a-1', member: '' }, yes],
  ['STUDY_SIGNED_ALREADY', { ...study, checkedBy: 'c-1' }, clerk, yes],
  ['STUDY_SIGNED_ALREADY', { ...study, reviewedBy: 'c-1' }, clerk, yes],
  ['STUDY_REASON_MISSING', study, clerk, { passed: false, note: '' }],
  // A desk that applies for a person may check it: the second and third are others.
  [undefined, { ...study, memberId: null, appliedBy: 'c-1' }, clerk, yes],
])('%s (%#)', (code, of, actor, ask) => {
  expect(codeOf(() => decideStudyStep(of, 'check', actor, ask))).toBe(code);
});
