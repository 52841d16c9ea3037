import { expect, test } from 'vitest';
import {
  decideConsulted,
  decideDate,
  decideRecommendation,
  nextState,
  NOMINATION_STATES,
  STEPS,
  type NominationStep,
} from './steps.ts';

const code = (name: string) => expect.objectContaining({ kind: 'refused', code: name });

const WAY: readonly [NominationStep, string][] = [
  ['RECOMMEND', 'RECOMMENDED'],
  ['PUBLISH', 'PUBLISHED_IN_UNIT'],
  ['SUBMIT', 'SUBMITTED'],
  ['PASS', 'FIRST_REVIEWED'],
  ['PUBLISH', 'PUBLISHED_IN_REGION'],
  ['PASS', 'FINALLY_REVIEWED'],
  ['PUBLISH', 'PUBLISHED_AT_DECISION'],
  ['DECIDE', 'DECIDED'],
  ['AWARD', 'AWARDED'],
  ['REVOKE', 'REVOKED'],
];

test('two reviews and three publicities, from the draft to the end', () => {
  let state: (typeof NOMINATION_STATES)[number] = 'DRAFT';
  for (const [step, next] of WAY) {
    state = nextState(step, state);
    expect(state).toBe(next);
  }
});

const every = (Object.keys(STEPS) as NominationStep[]).flatMap((step) =>
  NOMINATION_STATES.map((state) => ({ step, state, moves: STEPS[step] as object })),
);
test.each(every.filter(({ moves, state }) => !(state in moves)))(
  'refuses $step from $state',
  ({ step, state }) => {
    expect(() => nextState(step, state)).toThrow(code('NOMINATION_STATE'));
  },
);

test('what is over stays over: nothing but a revocation follows an award', () => {
  for (const state of ['WITHDRAWN', 'VETOED', 'REJECTED', 'REVOKED'] as const)
    expect(every.filter((one) => one.state === state && state in one.moves)).toEqual([]);
  const after = every.filter((one) => one.state === 'AWARDED' && 'AWARDED' in one.moves);
  expect(after.map(({ step }) => step)).toEqual(['REVOKE']);
});

test.each([
  ['before the last step', '2026-03-01'],
  ['tomorrow', '2026-04-02'],
])('refuses a date %s', (_, on) => {
  expect(() => decideDate('2026-03-02', on, '2026-04-01')).toThrow(code('HONOUR_DATE_WRONG'));
});

const agreed = {
  congressPresent: 90,
  congressFor: 60,
  consentedOn: '2026-03-02',
  recordClear: true,
};
const twoThirds = { numerator: 2, denominator: 3 };
test.each([
  ['HONOUR_CONGRESS_AGAINST', { ...agreed, congressFor: 59 }],
  ['HONOUR_CONGRESS_AGAINST', { ...agreed, congressPresent: 0, congressFor: 0 }],
  ['HONOUR_CONGRESS_AGAINST', { ...agreed, congressPresent: 91 }],
  ['HONOUR_CONSENT_MISSING', { ...agreed, consentedOn: '' }],
  ['HONOUR_RECORD_NOT_CLEAR', { ...agreed, recordClear: false }],
])('refuses to recommend: %s', (name, ask) => {
  expect(() => decideRecommendation('PERSON', ask, twoThirds)).toThrow(code(name));
});

test('two thirds exactly are enough, and a team needs nobody to agree for it', () => {
  expect(() => decideRecommendation('PERSON', agreed, twoThirds)).not.toThrow();
  expect(() =>
    decideRecommendation('TEAM', { ...agreed, consentedOn: '' }, twoThirds),
  ).not.toThrow();
});

const leader = { holder: 'PERSON', traits: ['UNIT_LEADER'], consultations: [] };
const replied = (tax: string) => [
  { body: 'TAX', reply: tax },
  { body: 'POLICE', reply: 'NO_OBJECTION' },
];
test.each([
  ['HONOUR_CONSULTATION_MISSING', leader],
  ['HONOUR_CONSULTATION_MISSING', { ...leader, holder: 'UNIT', traits: [] }],
  ['HONOUR_CONSULTATION_OPEN', { ...leader, consultations: replied('') }],
  ['HONOUR_CONSULTATION_AGAINST', { ...leader, consultations: replied('OBJECTION') }],
  ['HONOUR_CONSULTATION_OPEN', { ...leader, traits: [], consultations: replied('') }],
])('refuses a first review: %s', (name, one) => {
  expect(() => decideConsulted(one, ['TAX', 'POLICE'])).toThrow(code(name));
});

test('a worker is not asked about; a leader whom nobody objects to passes', () => {
  expect(() => decideConsulted({ ...leader, traits: [] }, ['TAX'])).not.toThrow();
  const asked = { ...leader, consultations: replied('NO_OBJECTION') };
  expect(() => decideConsulted(asked, ['TAX', 'POLICE'])).not.toThrow();
});
