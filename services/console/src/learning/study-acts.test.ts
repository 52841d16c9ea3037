import { expect, test } from 'vitest';
import { offers } from '../acts/act.ts';
import { shareActs, studyActs } from './study-acts.ts';

test.each([
  ['APPLIED', 'clerk', false, ['checkStudy', 'refuseStudyCheck']],
  ['APPLIED', 'auditor', true, []],
  ['CHECKED', 'clerk', false, []],
  ['CHECKED', 'clerk', true, ['reviewStudy', 'refuseStudyReview']],
  ['REVIEWED', 'clerk', true, []],
  ['REVIEWED', 'chair', true, ['approveStudy', 'refuseStudyApproval']],
  ['APPROVED', 'chair', true, []],
  ['REFUSED', 'chair', true, []],
])('an application %s, as %s, over the whole node: %s', (state, duty, whole, names) => {
  const reader = { duty, whole };
  expect(offers(studyActs, { record: {} as never, state, reader })).toEqual(names);
});

test.each([
  ['', ['payShare']],
  ['DROPPED', ['payShare']],
  ['REFUSED', []],
  ['REQUESTED', []],
])('a share whose payment is "%s"', (payoutState, names) => {
  const record = { study: { studyId: 's', own: false }, share: { level: 'CITY', payoutState } };
  const reader = { duty: 'clerk', whole: false };
  expect(offers(shareActs, { record: record as never, state: '', reader })).toEqual(names);
});
