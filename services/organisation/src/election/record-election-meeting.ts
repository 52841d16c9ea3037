import { electionFailed } from '@gonglian/contracts/organisation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { UnionLevel } from '@gonglian/kernel/union.ts';
import { count, date, expectedVersion, id, message } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireActive, requireDone, unionOf } from '../union/union-record.ts';
import { Ballot, electedMin, requireSound } from './ballot.ts';
import { countBallot } from './count-ballot.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const RecordElectionMeeting = z.strictObject({
  electionId: id,
  heldOn: date,
  ballot: message(Ballot),
  retainedOnList: count,
  expectedVersion,
});
type RecordElectionMeeting = z.output<typeof RecordElectionMeeting>;

type Called = Pick<
  Election,
  'state' | 'publishedOn' | 'requestedOn' | 'committeeSeats' | 'memberCount' | 'candidates'
>;

/** A meeting without quorum or result is recorded too: it was held, and the election has failed. */
export function decideMeeting(
  election: Called,
  { level, today }: { level: UnionLevel; today: string },
  ask: RecordElectionMeeting,
) {
  const held = after(election.state, 'meet');
  const { heldOn, ballot, retainedOnList } = ask;
  requireDone('heldOn', heldOn, today);
  const publishedOn = election.publishedOn ?? election.requestedOn;
  if (heldOn < publishedOn) throw refused('HELD_BEFORE_PUBLICATION', { publishedOn });
  if (retainedOnList > 0) throw refused('RETAINED_ON_VOTERS_LIST', { retainedOnList });
  requireSound(ballot);
  requireCandidates(election, ballot);
  const { committeeSeats: seats, memberCount } = election;
  const min = electedMin(level, seats, memberCount, heldOn);
  const rules = policyOn(KERNEL_POLICY, 'election.rules', heldOn);
  const { candidates, failure } = countBallot(election.candidates, ballot, { seats, min }, rules);
  const { entitled, present } = ballot;
  const state = after(held, failure === null ? 'count' : 'fail');
  return { state, heldOn, entitled, present, failure, candidates };
}

/** Refused NOT_A_CANDIDATE naming the line: votes are for those on the published list. */
function requireCandidates(election: Called, { seats }: Ballot): void {
  const posts = new Set(election.candidates.map(({ role, name }) => `${role} ${name}`));
  const stranger = seats.findIndex(({ role, holderName }) => !posts.has(`${role} ${holderName}`));
  if (stranger >= 0) throw refused('NOT_A_CANDIDATE', { seat: stranger + 1 });
}

export const recordElectionMeeting = command({
  schema: RecordElectionMeeting,
  permission: 'organisation.election.record',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const union = await unionOf(tx.em, election.unionId);
    requireActive(union);
    const at = { level: union.level, today: chinaDate(tx.now) };
    const { state, ...meeting } = decideMeeting(election, at, ask);
    tx.em.assign(election, meeting).moveTo(state);
    const { unionId, id: electionId } = election;
    const { heldOn, failure } = meeting;
    if (failure) tx.emit(electionFailed, { unionId, electionId, heldOn, reason: failure });
    await tx.em.flush();
    return toMessage(election);
  },
});
