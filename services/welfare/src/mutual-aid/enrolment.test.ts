import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { decideEnrolling, decideRow, effectiveFrom, shownState } from './enrolment.ts';

const plan = {
  state: 'ENROLLING',
  womenOnly: false,
  menUnder: 0,
  womenUnder: 0,
  waitingDays: 30,
  enrolFrom: '2026-03-01',
  enrolTo: '2026-03-31',
  periodFrom: '2026-04-01',
} as const;
// Synthetic numbers of 1900: a man, and the same number one digit wrong.
const man = { personName: '李小明', idNumber: '32108419000101001X' };
const row = (over: object = {}, listed: object = {}, before: string[] = []) => {
  const decided = decideRow(
    { ...plan, ...over },
    { ...man, ...listed },
    new Set(before),
    '2026-03-02',
  );
  return 'code' in decided ? decided.code : decided.number;
};

test('a row is taken, or says why not', () => {
  expect(row()).toBe(man.idNumber);
  expect(row({}, { personName: '李' })).toBe('NAME_MISSING');
  expect(row({}, { idNumber: '321084190001010011' })).toBe('CHECKSUM');
  expect(row({}, { idNumber: '3210' })).toBe('LENGTH_OR_CHARSET');
  expect(row({}, {}, [man.idNumber])).toBe('PERSON_TWICE');
  expect(row({ womenOnly: true })).toBe('WOMEN_ONLY');
  expect(row({ menUnder: 60 })).toBe('AGE_ABOVE');
  expect(row({ womenUnder: 55 })).toBe(man.idNumber);
  // Born on 1 January 1900: 126 when the period begins.
  expect(row({ menUnder: 126 })).toBe('AGE_ABOVE');
  expect(row({ menUnder: 127 })).toBe(man.idNumber);
});

test.each([
  [undefined, 'ENROLLING', '2026-03-01'],
  [undefined, 'ENROLLING', '2026-03-31'],
  ['ENROLMENT_CLOSED', 'ENROLLING', '2026-02-28'],
  ['ENROLMENT_CLOSED', 'ENROLLING', '2026-04-01'],
  ['PLAN_STATE_WRONG', 'PUBLISHED', '2026-03-02'],
] as const)('%s: %s on %s', (code, state, today) => {
  expect(codeOf(() => decideEnrolling({ ...plan, state }, today))).toBe(code);
});

test.each([
  ['2026-03-10', '2026-05-01'],
  ['2026-04-15', '2026-05-15'],
])('paid on %s, covered from %s', (paidOn, from) => {
  expect(effectiveFrom(plan, paidOn)).toBe(from);
});

test.each([
  ['LISTED', '', '2026-06-01', 'LISTED'],
  ['PAID', '2026-05-01', '2026-04-30', 'PAID'],
  ['PAID', '2026-05-01', '2026-05-01', 'EFFECTIVE'],
  ['PAID', '2026-05-01', '2027-04-01', 'ENDED'],
] as const)('%s from %s is on %s %s', (kept, from, today, state) => {
  expect(shownState({ kept, effectiveFrom: from, periodTo: '2027-03-31' }, today)).toBe(state);
});
