// What competitions of neighbouring nodes write to each other about contests.
import { fact } from './fact.ts';
import {
  ContestOffered,
  ContestEntrySent,
  ContestEntryAnswered,
  ContestEntryWithdrawn,
  ContestResultsTold,
  ContestPrizeCertified,
} from './gen/gonglian/competitions/v1/events.ts';

export const contestOffered = fact(
  'competitions',
  'contest.offered',
  ContestOffered,
  (f) => f.competitionId,
);
export const contestEntrySent = fact(
  'competitions',
  'contest-entry.sent',
  ContestEntrySent,
  (f) => f.entryId,
);
export const contestEntryAnswered = fact(
  'competitions',
  'contest-entry.answered',
  ContestEntryAnswered,
  (f) => f.entryId,
);
export const contestEntryWithdrawn = fact(
  'competitions',
  'contest-entry.withdrawn',
  ContestEntryWithdrawn,
  (f) => f.entryId,
);
export const contestResultsTold = fact(
  'competitions',
  'contest-results.told',
  ContestResultsTold,
  (f) => f.competitionId,
);
export const contestPrizeCertified = fact(
  'competitions',
  'contest-prize.certified',
  ContestPrizeCertified,
  (f) => f.entryId,
);
