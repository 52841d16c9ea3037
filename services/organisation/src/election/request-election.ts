import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireTermYears } from '@gonglian/kernel/term.ts';
import { isSubdivision } from '@gonglian/kernel/union.ts';
import { count, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireActive, requireDone, unionOf, type Standing } from '../union/union-record.ts';
import { requireSeats } from './ballot.ts';
import { after, Election, isOpen, toMessage } from './election.ts';

const RequestElection = z.strictObject({
  unionId: id,
  requestedOn: date,
  plannedOn: date,
  termYears: count,
  memberCount: count,
  committeeSeats: count,
});
type RequestElection = z.output<typeof RequestElection>;

type Electing = Pick<Standing, 'level' | 'kind' | 'status' | 'termNo'>;

/** The request for the union's next term, as it is filed with the union above. */
export function decideRequest(
  union: Electing,
  { today, openElectionId }: { today: string; openElectionId: string | undefined },
  ask: RequestElection,
) {
  requireActive(union);
  if (isSubdivision(union.kind)) throw refused('KIND_HAS_NO_TERM', { kind: union.kind });
  if (openElectionId) throw refused('ELECTION_OPEN', { electionId: openElectionId });
  requireDone('requestedOn', ask.requestedOn, today);
  if (ask.plannedOn < ask.requestedOn) {
    throw refused('PLANNED_BEFORE_REQUEST', { requestedOn: ask.requestedOn });
  }
  requireTermYears(ask.termYears, union.level, union.kind);
  requireSeats(union.level, ask.committeeSeats, ask.memberCount, ask.requestedOn);
  return { ...ask, state: after('PLANNED', 'file'), termNo: union.termNo + 1 };
}

export const requestElection = command({
  schema: RequestElection,
  permission: 'organisation.election.request',
  unions: (ask) => [ask.unionId],
  async run(tx, ask) {
    const union = await unionOf(tx.em, ask.unionId);
    const open = await tx.em.findOne(Election, { unionId: ask.unionId, open: true });
    const at = { today: chinaDate(tx.now), openElectionId: open?.id };
    const requested = decideRequest(union, at, ask);
    const election = tx.em.create(Election, {
      ...requested,
      id: newId(),
      open: isOpen(requested.state),
      candidates: [],
    });
    await tx.em.flush();
    return toMessage(election);
  },
});
