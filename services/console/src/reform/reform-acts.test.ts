import { expect, test } from 'vitest';
import { offers } from '../acts/act.ts';
import { designationActs } from './designation-acts.ts';
import { programmeActs } from './programme-acts.ts';
import { supportActs } from './support-acts.ts';

const reader = { duty: 'clerk', whole: false };

test.each([
  ['DECLARED', 'clerk', ['deliverSupport']],
  ['RETURNED', 'chair', ['deliverSupport']],
  ['DELIVERED', 'clerk', ['acceptSupport', 'returnSupport']],
  ['ACCEPTED', 'clerk', []],
  ['DELIVERED', 'supervisor', []],
])('a service %s, as %s', (state, duty, names) => {
  const record = {} as never;
  expect(offers(supportActs, { record, state, reader: { duty, whole: true } })).toEqual(names);
});

test.each([
  ['TRAINING_BASE', 'STANDING', 0, ['openCourse', 'attachClass', 'endDesignation']],
  ['EDUCATION_BASE', 'STANDING', 0, ['endDesignation']],
  ['SPEAKER_TEAM', 'STANDING', 0, ['attachLecturer', 'endDesignation']],
  ['SPEAKER_TEAM', 'STANDING', 1, ['attachLecturer', 'attachLecture', 'endDesignation']],
  ['TRAINING_BASE', 'ENDED', 0, []],
])('a %s that is %s, of %i lecturers', (designationKind, state, lecturerCount, names) => {
  const record = { designationKind, lecturerCount } as never;
  expect(offers(designationActs, { record, state, reader })).toEqual(names);
});

test.each([
  ['RUNNING', '2020-12-31', ['closeProgramme']],
  ['RUNNING', '2999-12-31', []],
  ['CLOSED', '2020-12-31', []],
])('a programme %s until %s', (state, endsOn, names) => {
  const record = { endsOn } as never;
  expect(offers(programmeActs, { record, state, reader })).toEqual(names);
});
