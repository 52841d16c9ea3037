import * as facts from '@gonglian/contracts/competitions.ts';
import * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { DAY, told } from './told-record.ts';

const held = { finishedOn: DAY, completedCount: 12 };
const lecture = { heldOn: DAY, attendance: 80 };
const cup = (what: string, enteredOn: string) =>
  [what, facts.safetyCupEntered, events.SafetyCupEntered, { year: 2023, enteredOn }] as const;
const entered = [{ movement: 'safety_cup_entered' }];

export const TOLD_LEARNING = [
  told(
    ['of safety', facts.trainingHeld, events.TrainingHeld, { ...held, trainingKind: 'SAFETY' }],
    [
      { movement: 'training_held', kind: 'SAFETY' },
      { movement: 'worker_trained', kind: 'SAFETY', count: 12n },
    ],
    [
      '1 worker_trainings_held ',
      '1 worker_trainings_held training_kind=safety',
      '1 safety_trainings_held ',
      '12 workers_trained ',
      '12 workers_trained training_kind=safety',
    ],
  ),
  told(
    ['of a trade', facts.trainingHeld, events.TrainingHeld, { ...held, trainingKind: 'SKILL' }],
    [
      { movement: 'training_held', kind: 'SKILL' },
      { movement: 'worker_trained', kind: 'SKILL', count: 12n },
    ],
    [
      '1 worker_trainings_held ',
      '1 worker_trainings_held training_kind=skill',
      '12 workers_trained ',
      '12 workers_trained training_kind=skill',
    ],
  ),
  told(
    ['of a series', facts.lectureHeld, events.LectureHeld, { ...lecture, series: '职工大讲堂' }],
    [
      { movement: 'lecture_held', kind: '职工大讲堂' },
      { movement: 'lecture_attended', kind: '职工大讲堂', count: 80n },
    ],
    [
      '1 lecture_sessions_held ',
      '1 lecture_sessions_held series=worker_lecture_hall',
      '80 lecture_attendees ',
      '80 lecture_attendees series=worker_lecture_hall',
    ],
  ),
  told(
    [
      'of one that is new here',
      facts.lectureHeld,
      events.LectureHeld,
      { ...lecture, series: 'toString' },
    ],
    [
      { movement: 'lecture_held', kind: 'toString' },
      { movement: 'lecture_attended', kind: 'toString', count: 80n },
    ],
    ['1 lecture_sessions_held ', '80 lecture_attendees '],
  ),
  told(
    [
      'appointed',
      facts.lecturerAppointed,
      events.LecturerAppointed,
      { lecturerKind: 'EXPERT', appointedOn: DAY },
    ],
    [{ movement: 'lecturer_appointed', kind: 'EXPERT' }],
    ['1 lecturers_total ', '1 lecturers_total lecturer_kind=expert'],
  ),
  told(
    ['signed', facts.apprenticeshipSigned, events.ApprenticeshipSigned, { signedOn: DAY }],
    [{ movement: 'apprenticeship_signed' }],
    ['1 apprenticeship_pairs '],
  ),
  told(
    [
      'promoted',
      facts.apprenticeshipAssessed,
      events.ApprenticeshipAssessed,
      { passed: true, promoted: true, assessedOn: DAY },
    ],
    [{ movement: 'grade_promoted' }],
    ['1 skill_grade_promotions '],
  ),
  told(
    [
      'passed, and of the same grade',
      facts.apprenticeshipAssessed,
      events.ApprenticeshipAssessed,
      { passed: true, assessedOn: DAY },
    ],
    [],
    [],
  ),
  told(cup('in its year', DAY), entered, ['1 safety_cup_units ']),
  told(cup('before its year', '2022-12-20'), entered, ['1 safety_cup_units ']),
  told(
    [
      'an activity',
      facts.safetyCupActivityHeld,
      events.SafetyCupActivityHeld,
      { activityKind: 'CONTEST', heldOn: DAY, participants: 900 },
    ],
    [{ movement: 'safety_activity_held', kind: 'CONTEST', count: 900n }],
    ['900 safety_activity_participants ', '900 safety_activity_participants activity=contest'],
  ),
];
