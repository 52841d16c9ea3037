import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireDone } from '../union/union-record.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const ReportElectionResult = z.strictObject({ electionId: id, reportedOn: date, expectedVersion });
type ReportElectionResult = z.output<typeof ReportElectionResult>;

/** The result goes to the union above for its approval (报批). */
export function decideReport(
  election: Pick<Election, 'state' | 'heldOn' | 'requestedOn'>,
  today: string,
  { reportedOn }: ReportElectionResult,
) {
  const state = after(election.state, 'report');
  requireDone('reportedOn', reportedOn, today);
  const heldOn = election.heldOn ?? election.requestedOn;
  if (reportedOn < heldOn) throw refused('REPORTED_BEFORE_MEETING', { heldOn });
  return { state, reportedOn };
}

export const reportElectionResult = command({
  schema: ReportElectionResult,
  permission: 'organisation.election.report',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const { state, reportedOn } = decideReport(election, chinaDate(tx.now), ask);
    election.reportedOn = reportedOn;
    election.moveTo(state);
    await tx.em.flush();
    return toMessage(election);
  },
});
