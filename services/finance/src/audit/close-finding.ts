// Struck off the list of what is to be put right.
import { findingClosed } from '@gonglian/contracts/finance.ts';
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  decideStep,
  findingNow,
  findingStep,
  lockFinding,
  takeStep,
  type FindingRow,
} from './finding.ts';
import { requireJudge } from './origin.ts';

/** Refused FINDING_STATE_WRONG, AUDIT_DATE_WRONG. */
export function decideClosing(
  finding: Pick<FindingRow, 'state' | 'notifiedOn'>,
  on: CalendarDate,
  today: CalendarDate,
): 'CLOSED' {
  decideStep(finding.state, 'close');
  if (on > today || on < finding.notifiedOn)
    throw refused('AUDIT_DATE_WRONG', { after: finding.notifiedOn, today });
  return 'CLOSED';
}

export const closeFinding = command({
  schema: z.strictObject({ ...findingStep, closedOn: date, note: optionalText(1_000) }),
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now, emit } = tx;
    const finding = await lockFinding(sql, ask);
    const state = decideClosing(finding, ask.closedOn, chinaDate(now));
    await requireJudge(sql, finding, actor.id);
    await sql`
      update audit_finding set state = ${state}, closed_on = ${ask.closedOn}
      where id = ${ask.findingId}`;
    await takeStep(tx, [ask.findingId], { state, note: ask.note });
    const { findingId, auditId, unionId, category, deadline } = finding;
    // Facts tell what audits have done: what is counted of them is not of inspections.
    if (auditId === '') return findingNow(sql, findingId, chinaDate(now));
    emit(findingClosed, {
      findingId,
      auditId,
      unionId,
      category,
      amountFen: BigInt(finding.amountFen),
      recoveredFen: BigInt(finding.recoveredFen),
      adjustedFen: BigInt(finding.adjustedFen),
      returnedFen: BigInt(finding.returnedFen),
      overdue: ask.closedOn > deadline,
      closedOn: ask.closedOn,
    });
    return findingNow(sql, findingId, chinaDate(now));
  },
});
