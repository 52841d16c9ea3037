import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireDone } from '../union/union-record.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const ReviewCandidates = z.strictObject({ electionId: id, reviewedOn: date, expectedVersion });
type ReviewCandidates = z.output<typeof ReviewCandidates>;

/**
 * The Party organisation of the same level and the union above have looked at the list (domain
 * §1.4).
 */
export function decideReview(
  election: Pick<Election, 'state' | 'repliedOn' | 'requestedOn'>,
  today: string,
  { reviewedOn }: ReviewCandidates,
) {
  const state = after(election.state, 'review');
  requireDone('reviewedOn', reviewedOn, today);
  const repliedOn = election.repliedOn ?? election.requestedOn;
  if (reviewedOn < repliedOn) throw refused('REVIEWED_BEFORE_REPLY', { repliedOn });
  return { state, reviewedOn };
}

export const reviewCandidates = command({
  schema: ReviewCandidates,
  permission: 'organisation.election.review',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const { state, reviewedOn } = decideReview(election, chinaDate(tx.now), ask);
    election.reviewedOn = reviewedOn;
    election.moveTo(state);
    await tx.em.flush();
    return toMessage(election);
  },
});
