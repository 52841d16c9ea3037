import type { ElectionHeld } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { electionHeld } from '@gonglian/contracts/organisation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { termEnd } from '@gonglian/kernel/term.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { docNo } from '../fields.ts';
import { command } from '../pipeline.ts';
import { noteChange } from '../union/union-change.ts';
import { requireActive, requireDone, unionOf, type UnionRecord } from '../union/union-record.ts';
import { after, electionAt, toMessage, type Election } from './election.ts';
import { installOfficers } from './officers.ts';

const ApproveElectionResult = z.strictObject({
  electionId: id,
  replyDocNo: docNo,
  approvedOn: date,
  expectedVersion,
});
type ApproveElectionResult = z.output<typeof ApproveElectionResult>;

/** The term counts from the meeting and ends on the same day of its last year (domain §9.11). */
export function decideResult(
  election: Election,
  union: Pick<UnionRecord, 'status' | 'termNo'>,
  today: string,
  ask: ApproveElectionResult,
): ElectionHeld {
  after(after(election.state, 'approve'), 'begin');
  requireActive(union);
  requireDone('approvedOn', ask.approvedOn, today);
  const { id: electionId, unionId, heldOn, reportedOn, termYears } = election;
  if (heldOn == null || reportedOn == null) throw new Error('reported without a meeting');
  if (ask.approvedOn < reportedOn) throw refused('APPROVED_BEFORE_REPORT', { reportedOn });
  return {
    unionId,
    electionId,
    heldOn,
    entitled: election.entitled ?? 0,
    present: election.present ?? 0,
    termNo: union.termNo + 1,
    termStart: heldOn,
    termEnd: termEnd(heldOn, termYears),
    replyDocNo: ask.replyDocNo,
  };
}

export const approveElectionResult = command({
  schema: ApproveElectionResult,
  permission: 'organisation.election.approve',
  async run(tx, ask) {
    const election = await electionAt(tx.em, ask.electionId, ask.expectedVersion);
    const union = await unionOf(tx.em, election.unionId);
    const held = decideResult(election, union, chinaDate(tx.now), ask);
    const { termNo, termStart, termEnd: end } = held;
    const { termYears, candidates } = election;
    tx.em.assign(union, { termNo, termYears, termStart, termEnd: end });
    const approved = { approvedOn: ask.approvedOn, approvalDocNo: ask.replyDocNo };
    tx.em.assign(election, { ...approved, termNo, termStart, termEnd: end }).moveTo('TERM_STARTED');
    const elected = candidates
      .filter((one) => one.elected)
      .map(({ role, name, appointment }) => ({ role, holderName: name, appointment }));
    await installOfficers(tx, { unionId: union.id, termNo, since: termStart }, elected);
    const detail = `${termNo} ${ask.replyDocNo}`;
    await noteChange(tx, union, { what: 'election', effectiveOn: termStart, detail });
    tx.emit(electionHeld, held);
    await tx.em.flush();
    return toMessage(election);
  },
});
