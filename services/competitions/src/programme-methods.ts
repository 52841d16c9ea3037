// Programmes, reforms, bases and teams, services, learning online: bound by name, as in service.ts.
import { finishJointProject } from './alliance/finish-joint-project.ts';
import { listJointProjects } from './alliance/list-joint-projects.ts';
import { startJointProject } from './alliance/start-joint-project.ts';
import { listCraftsmanTreatments } from './certificate/list-craftsman-treatments.ts';
import { attach } from './designation/attach.ts';
import { designate } from './designation/designate.ts';
import { endDesignation } from './designation/end-designation.ts';
import { getSpeakers } from './designation/get-speakers.ts';
import { listDesignations } from './designation/list-designations.ts';
import { openCourse } from './designation/open-course.ts';
import { adoptSharedResult } from './innovation/adopt-shared-result.ts';
import { listSharedResults } from './innovation/list-shared-results.ts';
import { shareInnovationResult } from './innovation/share-innovation-result.ts';
import { getOnlineLearning } from './online-learning/get-online-learning.ts';
import { importLearningRecords } from './online-learning/import-learning-records.ts';
import { closeProgramme } from './programme/close-programme.ts';
import { getProgramme } from './programme/get-programme.ts';
import { launchProgramme } from './programme/launch-programme.ts';
import { listProgrammes } from './programme/list-programmes.ts';
import { addDutyLine } from './reform/add-duty-line.ts';
import { endPair } from './reform/end-pair.ts';
import { evaluateReform } from './reform/evaluate-reform.ts';
import { finishDutyLine } from './reform/finish-duty-line.ts';
import { getReform } from './reform/get-reform.ts';
import { pairFirms } from './reform/pair-firms.ts';
import { recordPairActivity } from './reform/record-pair-activity.ts';
import { recordReform } from './reform/record-reform.ts';
import { declareSupport } from './support/declare-support.ts';
import { deliverSupport } from './support/deliver-support.ts';
import { judgeSupport } from './support/judge-support.ts';
import { listSupports } from './support/list-supports.ts';

export const programmeMethods = {
  launchProgramme,
  getProgramme,
  listProgrammes,
  closeProgramme,
  addDutyLine,
  finishDutyLine,
  recordReform,
  evaluateReform,
  pairFirms,
  recordPairActivity,
  endPair,
  getReform,
  designate,
  endDesignation,
  openCourse,
  attach,
  listDesignations,
  getSpeakers,
  declareSupport,
  deliverSupport,
  judgeSupport,
  listSupports,
  importLearningRecords,
  getOnlineLearning,
  shareInnovationResult,
  adoptSharedResult,
  listSharedResults,
  startJointProject,
  finishJointProject,
  listJointProjects,
  listCraftsmanTreatments,
};
