import { fact } from './fact.ts';
import {
  CourseOpened,
  DesignationEnded,
  DesignationMade,
  JointProjectFinished,
  LearningImported,
  ReformRecorded,
  SupportDeclared,
  WorkHonoured,
  WorkSubmitted,
} from './gen/gonglian/competitions/v1/events.ts';

// What competitions tells of programmes, bases and services: one line a fact, as in competitions.ts.
export const reformRecorded = fact(
  'competitions',
  'reform.recorded',
  ReformRecorded,
  (f) => f.recordId,
);
export const designationMade = fact(
  'competitions',
  'designation.made',
  DesignationMade,
  (f) => f.designationId,
);
export const designationEnded = fact(
  'competitions',
  'designation.ended',
  DesignationEnded,
  (f) => f.designationId,
);
export const courseOpened = fact('competitions', 'course.opened', CourseOpened, (f) => f.courseId);
export const supportDeclared = fact(
  'competitions',
  'support.declared',
  SupportDeclared,
  (f) => f.supportId,
);
export const learningImported = fact(
  'competitions',
  'learning.imported',
  LearningImported,
  (f) => f.importNo,
);
export const jointProjectFinished = fact(
  'competitions',
  'joint-project.finished',
  JointProjectFinished,
  (f) => f.jointProjectId,
);
export const workSubmitted = fact('competitions', 'work.submitted', WorkSubmitted, (f) => f.workId);
export const workHonoured = fact('competitions', 'work.honoured', WorkHonoured, (f) => f.workId);
