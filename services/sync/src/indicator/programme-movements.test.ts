import * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { expect, test } from 'vitest';
import { movesOfProgramme, type ProgrammeFact } from '../cell/on-programme-facts.ts';
import { summed, type Movement } from './movements.ts';
import { recountedRecord } from './record-movements.ts';

const told = (moves: Movement[]): string[] =>
  summed(moves)
    .map(({ indicator, period, dims, delta }) => `${period} ${delta} ${indicator} ${dims}`)
    .toSorted();
const on = '2023-01-09';
const unionId = 'u';
const recorded = (recordKind: string, documentKind = '') =>
  events.ReformRecorded.fromPartial({ unionId, recordKind, documentKind, recordedOn: on });
const named = (designationKind: string) =>
  events.DesignationMade.fromPartial({ unionId, designationKind, level: 'CITY', designatedOn: on });
const ended = (designationKind: string) =>
  events.DesignationEnded.fromPartial({ unionId, designationKind, level: 'CITY', endedOn: on });
const course = (online: boolean) =>
  events.CourseOpened.fromPartial({ unionId, online, openedOn: on });
const declared = (supportKind: string) =>
  events.SupportDeclared.fromPartial({ unionId, supportKind, declaredOn: on });
const honoured = (over: Partial<events.WorkHonoured>) =>
  events.WorkHonoured.fromPartial({
    unionId,
    workKind: 'READING_ESSAY',
    level: 'CITY',
    honouredOn: on,
    ...over,
  });
const learnt = { unionId, month: '2023-01', records: 7, minutes: 315n };

type Row = Partial<CompetitionsRecountRow>;
const BASE = ['1 training_bases_established '];

test.each<[string, object, Row, string[]]>([
  [
    'reform.recorded',
    recorded('MEETING'),
    { movement: 'reform_meeting_held' },
    ['1 reform_meetings_held '],
  ],
  [
    'reform.recorded',
    recorded('MEASURE', 'OPINION'),
    { movement: 'reform_measure_issued', kind: 'OPINION' },
    ['1 reform_measures_issued ', '1 reform_measures_issued document_kind=policy'],
  ],
  ['reform.recorded', recorded('CASE'), { movement: 'reform_case_compiled' }, []],
  [
    'designation.made',
    named('REFORM_PILOT'),
    { movement: 'designated', kind: 'REFORM_PILOT', organiserLevel: 'CITY' },
    ['1 reform_pilot_units '],
  ],
  [
    'designation.ended',
    ended('REFORM_PILOT'),
    { movement: 'designation_ended', kind: 'REFORM_PILOT', organiserLevel: 'CITY' },
    ['-1 reform_pilot_units '],
  ],
  [
    'designation.made',
    named('CRAFTSMAN_COLLEGE'),
    { movement: 'designated', kind: 'CRAFTSMAN_COLLEGE' },
    [...BASE, '1 training_bases_established base_kind=craftsman_college'],
  ],
  [
    'designation.ended',
    ended('CRAFTSMAN_COLLEGE'),
    { movement: 'designation_ended', kind: 'CRAFTSMAN_COLLEGE' },
    [],
  ],
  [
    'designation.made',
    named('SPEAKER_TEAM'),
    { movement: 'designated', kind: 'SPEAKER_TEAM' },
    ['1 lecture_teams_total '],
  ],
  [
    'designation.made',
    named('LECTURE_HALL'),
    { movement: 'designated', kind: 'LECTURE_HALL' },
    ['1 lecture_halls_established '],
  ],
  [
    'designation.made',
    named('EDUCATION_BASE'),
    { movement: 'designated', kind: 'EDUCATION_BASE' },
    ['1 education_bases_named '],
  ],
  [
    'designation.made',
    named('PRACTICE_STATION'),
    { movement: 'designated', kind: 'PRACTICE_STATION' },
    ['1 reform_pilot_units ', '1 reform_pilot_units facility=civilisation_practice_station'],
  ],
  [
    'designation.ended',
    ended('PRACTICE_STATION'),
    { movement: 'designation_ended', kind: 'PRACTICE_STATION' },
    ['-1 reform_pilot_units ', '-1 reform_pilot_units facility=civilisation_practice_station'],
  ],
  [
    'work.submitted',
    events.WorkSubmitted.fromPartial({ unionId, workKind: 'ESSAY', submittedOn: on }),
    { movement: 'work_submitted', kind: 'ESSAY' },
    ['1 works_submitted ', '1 works_submitted work_kind=essay'],
  ],
  [
    'work.honoured',
    honoured({ prize: 'MERIT' }),
    { movement: 'work_honoured', kind: 'READING_ESSAY', organiserLevel: 'CITY', prize: 'MERIT' },
    [
      '1 works_honoured ',
      '1 works_honoured honour_level=city;work_kind=reading_essay',
      '1 works_honoured honour_level=city;prize=merit;work_kind=reading_essay',
    ],
  ],
  [
    'work.honoured',
    honoured({ workKind: 'OF_TOMORROW' }),
    { movement: 'work_honoured', kind: 'OF_TOMORROW', organiserLevel: 'CITY' },
    ['1 works_honoured '],
  ],
  ['designation.made', named('OF_TOMORROW'), { movement: 'designated', kind: 'OF_TOMORROW' }, []],
  ['course.opened', course(false), { movement: 'course_opened' }, ['1 training_courses_opened ']],
  [
    'course.opened',
    course(true),
    { movement: 'course_opened', kind: 'ONLINE' },
    ['1 online_courses_total ', '1 training_courses_opened '],
  ],
  [
    'support.declared',
    declared('TECH_SERVICE'),
    { movement: 'support_declared', kind: 'TECH_SERVICE' },
    ['1 enterprise_tech_services '],
  ],
  [
    'support.declared',
    declared('PROJECT_SERVICE'),
    { movement: 'support_declared', kind: 'PROJECT_SERVICE' },
    ['1 project_services_declared '],
  ],
  [
    'learning.imported',
    events.LearningImported.fromPartial(learnt),
    { movement: 'learnt_online', count: 7n, amountFen: 315n },
    ['315 online_training_hours ', '7 online_training_person_times '],
  ],
  [
    'joint-project.finished',
    events.JointProjectFinished.fromPartial({ unionId, finishedOn: on, benefitFen: 9n }),
    { movement: 'joint_project_finished', amountFen: 9n },
    ['1 technical_innovations ', '1 technical_innovations source=alliance'],
  ],
])('%s: told and recounted alike', (name, data, row, cells) => {
  const expected = cells.map((cell) => `2023-01 ${cell}`).toSorted();
  expect(told(movesOfProgramme({ name, data } as ProgrammeFact))).toEqual(expected);
  const recount = { unionId, month: '2023-01', count: 1n, ...row };
  const moves = recountedRecord(CompetitionsRecountRow.fromPartial(recount));
  expect(told(moves ?? [])).toEqual(expected);
});
