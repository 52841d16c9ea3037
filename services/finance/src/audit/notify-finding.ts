// One finding is told before the decision is: what can be put right at once is.
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { requireDate, requireState } from './audit.ts';
import { decideStep, findingNow, findingStep, lockFinding, tellFindings } from './finding.ts';
import { requireJudge, type Origin } from './origin.ts';

/** Refused AUDIT_STATE_WRONG, AUDIT_DATE_WRONG: while the audit is at work, or from the day of the visit on. */
export function decideNotice(origin: Origin, on: CalendarDate, today: CalendarDate): void {
  if (origin.of === 'AUDIT') {
    requireState(origin.audit, 'ENTERED', 'DRAFTED', 'COMMENTED', 'REPORTED');
    return requireDate({ ...origin.audit, draftedOn: '', commentedOn: '' }, on, today);
  }
  const { inspectedOn: after } = origin;
  if (on > today || on < after) throw refused('AUDIT_DATE_WRONG', { after, today });
  return undefined;
}

export const notifyFinding = command({
  schema: z.strictObject({ ...findingStep, notifiedOn: date }),
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now } = tx;
    const finding = await lockFinding(sql, ask);
    decideStep(finding.state, 'notify');
    const origin = await requireJudge(sql, finding, actor.id);
    decideNotice(origin, ask.notifiedOn, chinaDate(now));
    await tellFindings(tx, [ask.findingId], { notifiedOn: ask.notifiedOn, note: '' });
    return findingNow(sql, ask.findingId, chinaDate(now));
  },
});
