// What the facts of programmes, bases and services say, in the rows of expect-recounted.ts. For tests.
import type * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';

const RECORDED: Readonly<Record<string, string>> = {
  MEETING: 'reform_meeting_held',
  MEASURE: 'reform_measure_issued',
  CASE: 'reform_case_compiled',
};

export const TOLD_OF_PROGRAMMES = {
  'reform.recorded': (f: events.ReformRecorded) => [
    {
      unionId: f.unionId,
      on: f.recordedOn,
      movement: RECORDED[f.recordKind] ?? '',
      kind: f.documentKind,
    },
  ],
  'designation.made': (f: events.DesignationMade) => [
    {
      unionId: f.unionId,
      on: f.designatedOn,
      movement: 'designated',
      kind: f.designationKind,
      level: f.level,
    },
  ],
  'designation.ended': (f: events.DesignationEnded) => [
    {
      unionId: f.unionId,
      on: f.endedOn,
      movement: 'designation_ended',
      kind: f.designationKind,
      level: f.level,
    },
  ],
  'course.opened': (f: events.CourseOpened) => [
    {
      unionId: f.unionId,
      on: f.openedOn,
      movement: 'course_opened',
      kind: f.online ? 'ONLINE' : '',
    },
  ],
  'support.declared': (f: events.SupportDeclared) => [
    { unionId: f.unionId, on: f.declaredOn, movement: 'support_declared', kind: f.supportKind },
  ],
  'learning.imported': (f: events.LearningImported) => [
    {
      unionId: f.unionId,
      on: `${f.month}-01`,
      movement: 'learnt_online',
      count: f.records,
      fen: Number(f.minutes),
    },
  ],
  'joint-project.finished': (f: events.JointProjectFinished) => [
    {
      unionId: f.unionId,
      on: f.finishedOn,
      movement: 'joint_project_finished',
      fen: Number(f.benefitFen),
    },
  ],
  'work.submitted': (f: events.WorkSubmitted) => [
    { unionId: f.unionId, on: f.submittedOn, movement: 'work_submitted', kind: f.workKind },
  ],
  'work.honoured': (f: events.WorkHonoured) => [
    {
      unionId: f.unionId,
      on: f.honouredOn,
      movement: 'work_honoured',
      kind: f.workKind,
      level: f.level,
      prize: f.prize,
    },
  ],
};
