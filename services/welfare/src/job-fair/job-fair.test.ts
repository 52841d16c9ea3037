import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { welfarePolicy } from '../policy.ts';
import { employerUscc } from './employer.ts';
import { decideFairStep, FAIR_STATES, type FairState, type FairStep } from './fair-steps.ts';
import { decideFollowUp } from './placement.ts';
import { decideVacancy } from './vacancy.ts';

/** What leads where: whatever is not here is refused. */
const LEADS: Record<FairState, readonly FairStep[]> = {
  PLANNED: ['PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['REGISTERING', 'CANCELLED'],
  REGISTERING: ['HELD', 'CANCELLED'],
  HELD: ['REPORTED'],
  REPORTED: [],
  CANCELLED: [],
};
const steps = FAIR_STATES.slice(1) as FairStep[];
test.each(FAIR_STATES.flatMap((state) => steps.map((step) => [state, step] as const)))(
  'from %s to %s',
  (state, step) => {
    const expected = LEADS[state].includes(step) ? undefined : 'JOB_FAIR_STATE_WRONG';
    expect(codeOf(() => decideFairStep(state, step))).toBe(expected);
  },
);

test.each([
  [undefined, '91321084MA0000015M'],
  ['FIELD_INVALID', '91321084MA0000015N'],
  ['FIELD_INVALID', '9132'],
  // A union is no employer here.
  ['FIELD_INVALID', '81321084MA0000013G'],
])('%s: an employer with %s', (code, uscc) => {
  expect(codeOf(() => employerUscc(uscc))).toBe(code);
});

const words = (on: string) => welfarePolicy('job.refused_words', on);
const notice = {
  vacancyTitle: '数控车工',
  terms: '熟练者优先',
  wageFromFen: 500_000,
  wageToFen: 800_000,
};
test.each([
  [undefined, {}],
  ['JOB_WAGE_RANGE', { wageToFen: 499_999 }],
  ['JOB_TERMS_REFUSE_PEOPLE', { terms: '限男性，四十岁以下' }],
  ['JOB_TERMS_REFUSE_PEOPLE', { terms: '限 · 男 性' }],
  ['JOB_TERMS_REFUSE_PEOPLE', { vacancyTitle: '会计（已婚已育）' }],
  ['JOB_TERMS_REFUSE_PEOPLE', { terms: '无乙肝' }],
  ['JOB_TERMS_REFUSE_PEOPLE', { terms: '限本地户口' }],
])('%s: a notice with %j', (code, over) => {
  expect(codeOf(() => decideVacancy({ ...notice, ...over }, words('2026-01-01')))).toBe(code);
});

test('the clause is named; what is refused of marriage is since 2023', () => {
  const married = { ...notice, terms: '已婚已育优先' };
  expect(() => decideVacancy(married, words('2023-01-01'))).toThrow(
    expect.objectContaining({ details: { word: '已婚已育', clause: '妇女权益保障法第四十三条' } }),
  );
  expect(codeOf(() => decideVacancy(married, words('2022-12-31')))).toBeUndefined();
  expect(codeOf(() => words('2007-12-31'))).toBe('POLICY_MISSING');
});

const DAYS = [30, 90];
const asked = {
  placedOn: '2020-06-01',
  answers: new Map([
    [30, ''],
    [90, ''],
  ]),
  afterDays: 30,
  followedOn: '2020-07-01',
};
const after30 = (answer: string) =>
  new Map([
    [30, answer],
    [90, ''],
  ]);
test.each([
  [undefined, {}],
  ['JOB_FOLLOW_UP_EARLY', { followedOn: '2020-06-30' }],
  ['FIELD_INVALID', { afterDays: 31 }],
  ['JOB_FOLLOWED_UP', { answers: after30('EMPLOYED') }],
  ['JOB_FOLLOW_UP_ORDER', { afterDays: 90, followedOn: '2020-08-30' }],
  ['JOB_FOLLOW_UP_ORDER', { afterDays: 90, answers: after30('LEFT'), followedOn: '2020-08-30' }],
  [
    'JOB_FOLLOW_UP_EARLY',
    { afterDays: 90, answers: after30('EMPLOYED'), followedOn: '2020-08-29' },
  ],
  [undefined, { afterDays: 90, answers: after30('EMPLOYED'), followedOn: '2020-08-30' }],
])('%s: asked again with %j', (code, over) => {
  expect(codeOf(() => decideFollowUp({ ...asked, ...over }, DAYS))).toBe(code);
});
