import {
  ContestEntryAnswered,
  ContestEntrySent,
  ContestEntryWithdrawn,
  ContestOffered,
  ContestPrizeCertified,
  ContestResultsTold,
  HonourCertified,
  HonourGrantRevoked,
  HonourNominationRecalled,
  HonourNominationSent,
  HonourNominationTold,
  HonourQuotaHanded,
  HonourSlateAnswered,
  HonourSlateSent,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import type { LetterArrived } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { reaction, type Tx } from '../pipeline.ts';
import { takeEntryAnswer, takeContestResults } from '../promotion/take-entry-answer.ts';
import { takePrize } from '../promotion/prize-certified.ts';
import { takeEntry, takeWithdrawal } from '../promotion/take-entry.ts';
import { takeOffer } from '../promotion/take-offer.ts';
import { takeCertified, takeRevoked } from './certified.ts';
import { takeRecall } from './recall-nomination.ts';
import { takeNomination } from './take-nomination.ts';
import { takeQuota } from './take-quota.ts';
import { takeSlate } from './take-slate.ts';
import { takeSlateAnswer, takeTold } from './take-told.ts';

type Taking = (tx: Tx, from: string, said: unknown) => Promise<void>;

/** What each kind says, and what comes of it. */
const KINDS: Readonly<Record<string, Taking>> = {
  'honour-quota.handed': (tx, from, said) => takeQuota(tx, from, HonourQuotaHanded.fromJSON(said)),
  'honour-nomination.sent': (tx, from, said) =>
    takeNomination(tx, from, HonourNominationSent.fromJSON(said)),
  'honour-slate.sent': (tx, from, said) => takeSlate(tx, from, HonourSlateSent.fromJSON(said)),
  'honour-slate.answered': (tx, from, said) =>
    takeSlateAnswer(tx, from, HonourSlateAnswered.fromJSON(said)),
  'honour-nomination.told': (tx, from, said) =>
    takeTold(tx, from, HonourNominationTold.fromJSON(said)),
  'honour-nomination.recalled': (tx, from, said) =>
    takeRecall(tx, from, HonourNominationRecalled.fromJSON(said)),
  'honour-grant.certified': (tx, from, said) =>
    takeCertified(tx, from, HonourCertified.fromJSON(said)),
  'honour-grant.revoked': (tx, from, said) =>
    takeRevoked(tx, from, HonourGrantRevoked.fromJSON(said)),
  'contest.offered': (tx, from, said) => takeOffer(tx, from, ContestOffered.fromJSON(said)),
  'contest-entry.sent': (tx, from, said) => takeEntry(tx, from, ContestEntrySent.fromJSON(said)),
  'contest-entry.answered': (tx, from, said) =>
    takeEntryAnswer(tx, from, ContestEntryAnswered.fromJSON(said)),
  'contest-entry.withdrawn': (tx, from, said) =>
    takeWithdrawal(tx, from, ContestEntryWithdrawn.fromJSON(said)),
  'contest-results.told': (tx, from, said) =>
    takeContestResults(tx, from, ContestResultsTold.fromJSON(said)),
  'contest-prize.certified': (tx, from, said) =>
    takePrize(tx, from, ContestPrizeCertified.fromJSON(said)),
};

const PREFIX = 'competitions.';

/**
 * What competitions of a neighbour wrote (ADR 22, 30). Who it is from is what sync heard it from, and not what it says:
 * what another node may not say is parked, and so is what no version of this service says.
 */
export const onCompetitionsLetters = reaction({
  facts: [letterArrived],
  async apply(tx, batch) {
    for (const { data: letter } of batch) await take(tx, letter);
  },
});

async function take(tx: Tx, { kind, fromNode, data }: LetterArrived): Promise<void> {
  if (!kind.startsWith(PREFIX)) return;
  // One that is not known is about something else, or of a version that is newer than this one.
  await KINDS[kind.slice(PREFIX.length)]?.(tx, fromNode, JSON.parse(data));
}
