// The part of service.ts that is about competitions.
import { amendCompetition } from './competition/amend-competition.ts';
import { decideCompetition } from './competition/decide-competition.ts';
import { draftCompetition } from './competition/draft-competition.ts';
import { fileCompetition } from './competition/file-competition.ts';
import { getCompetition } from './competition/get-competition.ts';
import { listCompetitionClasses } from './competition/list-competition-classes.ts';
import { listCompetitions } from './competition/list-competitions.ts';
import { stepCompetition } from './competition/step-competition.ts';
import { enterCompetition } from './entry/enter-competition.ts';
import { withdrawEntry } from './entry/withdraw-entry.ts';
import { listCompetitionEntries } from './entry/list-competition-entries.ts';
import { listCompetitionTasks } from './late/list-competition-tasks.ts';
import { appointJudge } from './judging/appoint-judge.ts';
import { listCompetitionJudges } from './judging/list-competition-judges.ts';
import { drawBenchNumbers } from './judging/draw-bench-numbers.ts';
import { recordScores } from './judging/record-scores.ts';
import { correctScore } from './judging/correct-score.ts';
import { getStanding } from './scoring/get-standing.ts';
import { fileAppeal } from './result/file-appeal.ts';
import { answerAppeal } from './result/answer-appeal.ts';
import { recordJoinedResults } from './result/record-joined-results.ts';
import { listCompetitionResults } from './result/list-competition-results.ts';
import { listCompetitionAppeals } from './result/list-competition-appeals.ts';
import { getPrizeCertificate } from './result/get-prize-certificate.ts';
import { listMyCompetitions } from './entry/list-my-competitions.ts';
import { listJudgeTasks } from './judging/list-judge-tasks.ts';
import { listScoreSheets } from './judging/list-score-sheets.ts';
import { listScoreCorrections } from './judging/list-score-corrections.ts';
import { recountCompetitions } from './recount/recount-competitions.ts';
import { signUpUnit } from './labour/sign-up-unit.ts';
import { recordLabourProgress } from './labour/record-labour-progress.ts';
import { evaluateUnit } from './labour/evaluate-unit.ts';
import { getLabourEntry } from './labour/get-labour-entry.ts';
import { offerCompetition } from './promotion/offer-competition.ts';
import { promoteWinners } from './promotion/promote-winners.ts';

export const competitionMethods = {
  listCompetitionClasses,
  draftCompetition,
  amendCompetition,
  fileCompetition,
  decideCompetition,
  stepCompetition,
  getCompetition,
  listCompetitions,
  enterCompetition,
  withdrawEntry,
  listCompetitionEntries,
  appointJudge,
  listCompetitionJudges,
  drawBenchNumbers,
  recordScores,
  correctScore,
  getStanding,
  fileAppeal,
  answerAppeal,
  recordJoinedResults,
  listCompetitionResults,
  listCompetitionAppeals,
  getPrizeCertificate,
  listMyCompetitions,
  listCompetitionTasks,
  listJudgeTasks,
  listScoreSheets,
  listScoreCorrections,
  recountCompetitions,
  signUpUnit,
  recordLabourProgress,
  evaluateUnit,
  getLabourEntry,
  offerCompetition,
  promoteWinners,
};
