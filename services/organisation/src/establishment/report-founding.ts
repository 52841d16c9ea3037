import { chinaDate } from '@gonglian/kernel/dates.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { quorum, requireTermYears, votesToElect } from '@gonglian/kernel/term.ts';
import { count, date, expectedVersion, id, message } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import {
  Ballot,
  onCommittee,
  requireSeats,
  requireSeparateAudit,
  requireSound,
} from '../election/ballot.ts';
import { command } from '../pipeline.ts';
import { requireDone } from '../union/union-record.ts';
import { establishmentAt, requireState, toMessage, type Establishment } from './establishment.ts';

const ReportFounding = z.strictObject({
  establishmentId: id,
  heldOn: date,
  termYears: count,
  memberCount: count,
  ballot: message(Ballot),
  expectedVersion,
});
type ReportFounding = z.output<typeof ReportFounding>;

type Approved = Pick<Establishment, 'state' | 'level' | 'kind' | 'repliedOn'>;

/**
 * A founding meeting is reported when it has elected: one that failed is held again, on the same
 * reply.
 */
export function decideFounding(establishment: Approved, today: string, ask: ReportFounding) {
  const { heldOn, termYears, memberCount, ballot } = ask;
  requireState(establishment, 'APPROVED');
  requireDone('heldOn', heldOn, today);
  const repliedOn = establishment.repliedOn ?? '';
  if (heldOn < repliedOn) throw refused('HELD_BEFORE_REPLY', { repliedOn });
  requireTermYears(termYears, establishment.level, establishment.kind);
  if (ballot.entitled > memberCount) {
    throw refused('ENTITLED_ABOVE_MEMBERS', { entitled: ballot.entitled, memberCount });
  }
  requireSound(ballot);
  requireElected(ballot, heldOn);
  const committee = ballot.seats.filter(({ role }) => onCommittee(role));
  const chairs = committee.filter(({ role }) => role === 'chair').length;
  if (chairs !== 1) throw refused('CHAIR_NOT_SINGLE', { chairs });
  requireSeats(establishment.level, committee.length, memberCount, heldOn);
  requireSeparateAudit(ballot.seats.map(({ role, holderName: name }) => ({ role, name })));
  const { entitled, present, seats } = ballot;
  return { state: 'FOUNDED' as const, heldOn, termYears, memberCount, entitled, present, seats };
}

/**
 * Refused QUORUM_NOT_REACHED or VOTES_TOO_FEW: of those entitled, not of those present (domain
 * §1.4).
 */
function requireElected({ entitled, present, seats }: Ballot, heldOn: string): void {
  const rules = policyOn(KERNEL_POLICY, 'election.rules', heldOn);
  const needed = quorum(entitled, rules);
  if (present < needed) throw refused('QUORUM_NOT_REACHED', { present, quorum: needed });
  const votesNeeded = votesToElect(entitled, rules);
  const short = seats.findIndex(({ votes }) => votes < votesNeeded);
  if (short >= 0) throw refused('VOTES_TOO_FEW', { seat: short + 1, votesNeeded });
}

export const reportFounding = command({
  schema: ReportFounding,
  permission: 'organisation.establishment.found',
  async run(tx, ask) {
    const establishment = await establishmentAt(tx.em, ask.establishmentId, ask.expectedVersion);
    tx.em.assign(establishment, decideFounding(establishment, chinaDate(tx.now), ask));
    await tx.em.flush();
    return toMessage(establishment);
  },
});
