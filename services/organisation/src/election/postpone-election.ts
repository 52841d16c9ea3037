import { lastDayOfMonth, nextMonth } from '@gonglian/kernel/dates.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { docNo } from '../fields.ts';
import { command } from '../pipeline.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';

const PostponeElection = z.strictObject({
  electionId: id,
  until: date,
  replyDocNo: docNo,
  expectedVersion,
});
type PostponeElection = z.output<typeof PostponeElection>;

/**
 * Counted from the day first planned, so that one postponement after another leads no further
 * (domain §1.4).
 */
export function decidePostponement(
  election: Pick<Election, 'state' | 'plannedOn' | 'postponedUntil' | 'requestedOn'>,
  ask: PostponeElection,
) {
  const state = after(election.state, 'postpone');
  const standing = election.postponedUntil ?? election.plannedOn;
  if (ask.until <= standing) throw refused('NOT_LATER', { plannedOn: standing });
  const rules = policyOn(KERNEL_POLICY, 'election.rules', election.requestedOn);
  const latest = monthsLater(election.plannedOn, rules.postponementMonthsMax);
  if (ask.until > latest) throw refused('POSTPONED_TOO_LONG', { latest });
  return { state, postponedUntil: ask.until, postponementDocNo: ask.replyDocNo };
}

/** The same day so many months later, or the last day of a shorter month. */
export function monthsLater(from: string, months: number): string {
  let month = from.slice(0, 7);
  for (let n = 0; n < months; n += 1) month = nextMonth(month);
  const sameDay = `${month}-${from.slice(8)}`;
  const last = lastDayOfMonth(month);
  return sameDay < last ? sameDay : last;
}

export const postponeElection = command({
  schema: PostponeElection,
  permission: 'organisation.election.postpone',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const { state, ...postponed } = decidePostponement(election, ask);
    tx.em.assign(election, postponed).moveTo(state);
    await tx.em.flush();
    return toMessage(election);
  },
});
