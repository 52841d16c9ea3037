// What workers suggest, report, invent and learn: bound by name, as in service.ts.
import { awardHazardReport } from './hazard/award-hazard-report.ts';
import { closeHazardReport } from './hazard/close-hazard-report.ts';
import { forwardHazardReport } from './hazard/forward-hazard-report.ts';
import { getHazardReport } from './hazard/get-hazard-report.ts';
import { listHazardReports } from './hazard/list-hazard-reports.ts';
import { submitHazardReport } from './hazard/submit-hazard-report.ts';
import { answerSuggestion } from './suggestion/answer-suggestion.ts';
import { getSuggestion } from './suggestion/get-suggestion.ts';
import { listSuggestions } from './suggestion/list-suggestions.ts';
import { recordSuggestionBenefit } from './suggestion/record-suggestion-benefit.ts';
import { rewardSuggestion } from './suggestion/reward-suggestion.ts';
import { submitSuggestion } from './suggestion/submit-suggestion.ts';
import { foundAlliance } from './alliance/found-alliance.ts';
import { joinAlliance } from './alliance/join-alliance.ts';
import { leaveAlliance } from './alliance/leave-alliance.ts';
import { listAlliances } from './alliance/list-alliances.ts';
import { applyStudio } from './studio/apply-studio.ts';
import { checkStudio } from './studio/check-studio.ts';
import { decideStudio } from './studio/decide-studio.ts';
import { nameStudio } from './studio/name-studio.ts';
import { reportStudio } from './studio/report-studio.ts';
import { fundStudio } from './studio/fund-studio.ts';
import { getStudio } from './studio/get-studio.ts';
import { listStudios } from './studio/list-studios.ts';
import { postChallenge } from './challenge/post-challenge.ts';
import { takeChallenge } from './challenge/take-challenge.ts';
import { deliverChallenge } from './challenge/deliver-challenge.ts';
import { listChallenges } from './challenge/list-challenges.ts';
import { registerInnovationResult } from './innovation/register-innovation-result.ts';
import { declareInnovationResult } from './innovation/declare-innovation-result.ts';
import { evaluateInnovationResult } from './innovation/evaluate-innovation-result.ts';
import { honourInnovationResult } from './innovation/honour-innovation-result.ts';
import { getInnovationResult } from './innovation/get-innovation-result.ts';
import { listInnovationResults } from './innovation/list-innovation-results.ts';
import { signApprenticeship } from './apprenticeship/sign-apprenticeship.ts';
import { assessApprenticeship } from './apprenticeship/assess-apprenticeship.ts';
import { listApprenticeships } from './apprenticeship/list-apprenticeships.ts';
import { appointLecturer } from './lecture/appoint-lecturer.ts';
import { listLecturers } from './lecture/list-lecturers.ts';
import { holdLecture } from './lecture/hold-lecture.ts';
import { listLectures } from './lecture/list-lectures.ts';
import { enterSafetyCup } from './safety-cup/enter-safety-cup.ts';
import { recordSafetyCupActivity } from './safety-cup/record-safety-cup-activity.ts';
import { evaluateSafetyCup } from './safety-cup/evaluate-safety-cup.ts';
import { listSafetyCupEntries } from './safety-cup/list-safety-cup-entries.ts';
import { openTrainingClass } from './training/open-training-class.ts';
import { enrolTraining } from './training/enrol-training.ts';
import { finishTrainingClass } from './training/finish-training-class.ts';
import { getTrainingClass } from './training/get-training-class.ts';
import { listTrainingClasses } from './training/list-training-classes.ts';
import { honourWork } from './work/honour-work.ts';
import { listWorks } from './work/list-works.ts';
import { submitWork } from './work/submit-work.ts';

export const innovationMethods = {
  submitSuggestion,
  answerSuggestion,
  recordSuggestionBenefit,
  rewardSuggestion,
  getSuggestion,
  listSuggestions,
  submitHazardReport,
  forwardHazardReport,
  closeHazardReport,
  awardHazardReport,
  getHazardReport,
  listHazardReports,
  foundAlliance,
  joinAlliance,
  leaveAlliance,
  listAlliances,
  applyStudio,
  checkStudio,
  decideStudio,
  nameStudio,
  reportStudio,
  fundStudio,
  getStudio,
  listStudios,
  postChallenge,
  takeChallenge,
  deliverChallenge,
  listChallenges,
  registerInnovationResult,
  declareInnovationResult,
  evaluateInnovationResult,
  honourInnovationResult,
  getInnovationResult,
  listInnovationResults,
  signApprenticeship,
  assessApprenticeship,
  listApprenticeships,
  appointLecturer,
  listLecturers,
  holdLecture,
  listLectures,
  submitWork,
  honourWork,
  listWorks,
  enterSafetyCup,
  recordSafetyCupActivity,
  evaluateSafetyCup,
  listSafetyCupEntries,
  openTrainingClass,
  enrolTraining,
  finishTrainingClass,
  getTrainingClass,
  listTrainingClasses,
};
