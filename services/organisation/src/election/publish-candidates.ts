import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireDone } from '../union/union-record.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const PublishCandidates = z.strictObject({ electionId: id, publishedOn: date, expectedVersion });
type PublishCandidates = z.output<typeof PublishCandidates>;

/** The reviewed list is posted where the members see it (公示). */
export function decidePublication(
  election: Pick<Election, 'state' | 'reviewedOn' | 'requestedOn'>,
  today: string,
  { publishedOn }: PublishCandidates,
) {
  const state = after(election.state, 'publish');
  requireDone('publishedOn', publishedOn, today);
  const reviewedOn = election.reviewedOn ?? election.requestedOn;
  if (publishedOn < reviewedOn) throw refused('PUBLISHED_BEFORE_REVIEW', { reviewedOn });
  return { state, publishedOn };
}

export const publishCandidates = command({
  schema: PublishCandidates,
  permission: 'organisation.election.publish',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const { state, publishedOn } = decidePublication(election, chinaDate(tx.now), ask);
    election.publishedOn = publishedOn;
    election.moveTo(state);
    await tx.em.flush();
    return toMessage(election);
  },
});
