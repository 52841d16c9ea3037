import { fact } from './fact.ts';
import {
  CompetitionEntered,
  CompetitionHeld,
  CompetitionJoined,
  SuggestionSubmitted,
  SuggestionAnswered,
  HazardReported,
  HazardClosed,
  HonourGranted,
  HonourNominated,
  HonourRevoked,
  HonourRoundOpened,
  StudioNamed,
  StudioRemoved,
  AllianceJoined,
  AllianceLeft,
  InnovationRegistered,
  InnovationDeclared,
  InnovationHonoured,
  TrainingHeld,
  LectureHeld,
  ApprenticeshipSigned,
  SafetyCupEntered,
  HonourQuotaHanded,
  HonourNominationSent,
  HonourSlateSent,
  HonourSlateAnswered,
  HonourNominationTold,
  HonourNominationRecalled,
  HonourCertified,
  HonourGrantRevoked,
  LecturerAppointed,
  ChallengeTaken,
  ChallengeDelivered,
  ApprenticeshipAssessed,
  StudioReported,
  StudioFunded,
  SafetyCupActivityHeld,
  PayoutPaid,
  ModelWorkersCared,
  StudySubsidyApproved,
} from './gen/gonglian/competitions/v1/events.ts';

// One line a fact: what it is called, its codec, the entity it is about.
export const suggestionSubmitted = fact(
  'competitions',
  'suggestion.submitted',
  SuggestionSubmitted,
  (f) => f.suggestionId,
);
export const suggestionAnswered = fact(
  'competitions',
  'suggestion.answered',
  SuggestionAnswered,
  (f) => f.suggestionId,
);
export const hazardReported = fact(
  'competitions',
  'hazard.reported',
  HazardReported,
  (f) => f.hazardReportId,
);
export const hazardClosed = fact(
  'competitions',
  'hazard.closed',
  HazardClosed,
  (f) => f.hazardReportId,
);
export const honourRoundOpened = fact(
  'competitions',
  'honour.round.opened',
  HonourRoundOpened,
  (f) => f.roundId,
);
export const honourNominated = fact(
  'competitions',
  'honour.nominated',
  HonourNominated,
  (f) => f.nominationId,
);
export const honourGranted = fact(
  'competitions',
  'honour.granted',
  HonourGranted,
  (f) => f.grantId,
);
export const honourRevoked = fact(
  'competitions',
  'honour.revoked',
  HonourRevoked,
  (f) => f.grantId,
);
export const studioNamed = fact('competitions', 'studio.named', StudioNamed, (f) => f.studioId);
export const studioRemoved = fact(
  'competitions',
  'studio.removed',
  StudioRemoved,
  (f) => f.studioId,
);
export const allianceJoined = fact(
  'competitions',
  'alliance.joined',
  AllianceJoined,
  (f) => f.allianceId,
);
export const allianceLeft = fact(
  'competitions',
  'alliance.left',
  AllianceLeft,
  (f) => f.allianceId,
);
export const competitionHeld = fact(
  'competitions',
  'competition.held',
  CompetitionHeld,
  (f) => f.competitionId,
);
export const competitionJoined = fact(
  'competitions',
  'competition.joined',
  CompetitionJoined,
  (f) => f.competitionId,
);
export const competitionEntered = fact(
  'competitions',
  'competition.entered',
  CompetitionEntered,
  (f) => f.competitionId,
);
export const innovationRegistered = fact(
  'competitions',
  'innovation.registered',
  InnovationRegistered,
  (f) => f.resultId,
);
export const innovationDeclared = fact(
  'competitions',
  'innovation.declared',
  InnovationDeclared,
  (f) => f.resultId,
);
export const innovationHonoured = fact(
  'competitions',
  'innovation.honoured',
  InnovationHonoured,
  (f) => f.resultId,
);
export const trainingHeld = fact(
  'competitions',
  'training.held',
  TrainingHeld,
  (f) => f.trainingClassId,
);
export const lectureHeld = fact('competitions', 'lecture.held', LectureHeld, (f) => f.lectureId);
export const apprenticeshipSigned = fact(
  'competitions',
  'apprenticeship.signed',
  ApprenticeshipSigned,
  (f) => f.apprenticeshipId,
);
export const safetyCupEntered = fact(
  'competitions',
  'safety-cup.entered',
  SafetyCupEntered,
  (f) => f.safetyCupEntryId,
);
export const honourQuotaHanded = fact(
  'competitions',
  'honour-quota.handed',
  HonourQuotaHanded,
  (f) => f.roundId,
);
export const honourNominationSent = fact(
  'competitions',
  'honour-nomination.sent',
  HonourNominationSent,
  (f) => f.nominationId,
);
export const honourSlateSent = fact(
  'competitions',
  'honour-slate.sent',
  HonourSlateSent,
  (f) => f.slateId,
);
export const honourSlateAnswered = fact(
  'competitions',
  'honour-slate.answered',
  HonourSlateAnswered,
  (f) => f.slateId,
);
export const honourNominationTold = fact(
  'competitions',
  'honour-nomination.told',
  HonourNominationTold,
  (f) => f.nominationId,
);
export const honourNominationRecalled = fact(
  'competitions',
  'honour-nomination.recalled',
  HonourNominationRecalled,
  (f) => f.nominationId,
);
export const honourCertified = fact(
  'competitions',
  'honour-grant.certified',
  HonourCertified,
  (f) => f.grantId,
);
export const honourGrantRevoked = fact(
  'competitions',
  'honour-grant.revoked',
  HonourGrantRevoked,
  (f) => f.grantId,
);
export const lecturerAppointed = fact(
  'competitions',
  'lecturer.appointed',
  LecturerAppointed,
  (f) => f.lecturerId,
);
export const challengeTaken = fact(
  'competitions',
  'challenge.taken',
  ChallengeTaken,
  (f) => f.challengeId,
);
export const challengeDelivered = fact(
  'competitions',
  'challenge.delivered',
  ChallengeDelivered,
  (f) => f.challengeId,
);
export const apprenticeshipAssessed = fact(
  'competitions',
  'apprenticeship.assessed',
  ApprenticeshipAssessed,
  (f) => f.apprenticeshipId,
);
export const studioReported = fact(
  'competitions',
  'studio.reported',
  StudioReported,
  (f) => f.studioId,
);
export const studioFunded = fact('competitions', 'studio.funded', StudioFunded, (f) => f.studioId);
export const safetyCupActivityHeld = fact(
  'competitions',
  'safety-cup.activity.held',
  SafetyCupActivityHeld,
  (f) => f.safetyCupEntryId,
);
export const payoutPaid = fact('competitions', 'payout.paid', PayoutPaid, (f) => f.payoutId);
export const modelWorkersCared = fact(
  'competitions',
  'model-workers.cared',
  ModelWorkersCared,
  (f) => f.careId,
);
export const studySubsidyApproved = fact(
  'competitions',
  'study-subsidy.approved',
  StudySubsidyApproved,
  (f) => f.studyId,
);
