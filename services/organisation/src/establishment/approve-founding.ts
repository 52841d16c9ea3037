import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { termEnd } from '@gonglian/kernel/term.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { installOfficers } from '../election/officers.ts';
import { admittingUnions, coverEmployers, requireUncovered } from '../employer/coverage.ts';
import { docNo } from '../fields.ts';
import { command } from '../pipeline.ts';
import { addUnions, type NewUnion } from '../union/new-unions.ts';
import { asRefusal, placeFault } from '../union/placing.ts';
import { lockTree } from '../union/tree.ts';
import { requireDone, unionOf, type Standing } from '../union/union-record.ts';
import { establishmentAt, requireState, toMessage, type Establishment } from './establishment.ts';

const ApproveFounding = z.strictObject({
  establishmentId: id,
  replyDocNo: docNo,
  approvedOn: date,
  expectedVersion,
});
type ApproveFounding = z.output<typeof ApproveFounding>;

export interface AtApproval {
  unionId: string;
  today: string;
  parent: Pick<Standing, 'level' | 'kind' | 'status' | 'regionCode' | 'establishedOn'>;
  /** Unions that take the host's or the covered employers' workers on the day. */
  admitting: readonly { uscc: string; unionId: string }[];
}

/**
 * The union as it comes into being. It exists from the day of approval, not of the meeting: no
 * union is established without the approval of the one above (工会法 art. 12). Its first term counts
 * from the meeting that elected.
 */
export function decideApproval(
  founded: Establishment,
  at: AtApproval,
  ask: ApproveFounding,
): NewUnion {
  requireState(founded, 'FOUNDED');
  requireDone('approvedOn', ask.approvedOn, at.today);
  const { heldOn, termYears } = founded;
  if (heldOn == null || termYears == null) throw new Error('founded without a meeting');
  if (ask.approvedOn < heldOn) throw refused('APPROVED_BEFORE_MEETING', { heldOn });
  const fault = placeFault(founded, at.parent);
  if (fault) throw asRefusal(fault);
  if (ask.approvedOn < at.parent.establishedOn) {
    throw refused('PARENT_NOT_YET_FOUNDED', { establishedOn: at.parent.establishedOn });
  }
  requireUncovered(founded.kind, at.admitting);
  return {
    id: at.unionId,
    name: founded.name,
    level: founded.level,
    kind: founded.kind,
    parentId: founded.parentId,
    industrialParentId: founded.industrialParentId ?? null,
    regionCode: founded.regionCode,
    uscc: null,
    hostName: founded.hostName ?? null,
    hostUscc: founded.hostUscc ?? null,
    unitType: founded.unitType ?? null,
    industry: founded.industry ?? null,
    hostEmployeeCount: founded.hostEmployeeCount,
    establishedOn: ask.approvedOn,
    approvalDocNo: ask.replyDocNo,
    termNo: 1,
    termYears,
    termStart: heldOn,
    termEnd: termEnd(heldOn, termYears),
  };
}

export const approveFounding = command({
  schema: ApproveFounding,
  permission: 'organisation.establishment.approve',
  async run(tx, ask) {
    await lockTree(tx);
    const founded = await establishmentAt(tx.em, ask.establishmentId, ask.expectedVersion);
    await tx.beyondScope('a unit has one union, wherever it is');
    const { covered, hostUscc } = founded;
    const usccs = covered.map((employer) => employer.uscc);
    const at = {
      unionId: newId(),
      today: chinaDate(tx.now),
      parent: await unionOf(tx.em, founded.parentId),
      admitting: await admittingUnions(tx, hostUscc ? [hostUscc] : usccs, ask.approvedOn),
    };
    const union = decideApproval(founded, at, ask);
    await addUnions(tx, [union], 'founded');
    const { id: unionId, kind, establishedOn } = union;
    await coverEmployers(tx, { id: unionId, kind, version: 1 }, covered, establishedOn);
    const term = { unionId, termNo: union.termNo, since: founded.heldOn ?? establishedOn };
    await installOfficers(tx, term, founded.seats ?? []);
    const { replyDocNo: approvalDocNo, approvedOn } = ask;
    tx.em.assign(founded, { state: 'ACTIVE', unionId, approvalDocNo, approvedOn });
    await tx.em.flush();
    return toMessage(founded);
  },
});
