// The deadline is over and nothing was put right: it goes to the superior or to those who discipline.
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  decideStep,
  findingNow,
  findingStep,
  lockFinding,
  overdueDays,
  takeStep,
  type FindingRow,
} from './finding.ts';
import { requireJudge } from './origin.ts';

/** Refused FINDING_STATE_WRONG, FINDING_NOT_OVERDUE. */
export function decideEscalation(
  finding: Pick<FindingRow, 'state' | 'deadline'>,
  today: CalendarDate,
) {
  const next = decideStep(finding.state, 'escalate');
  if (overdueDays(finding, today) === 0)
    throw refused('FINDING_NOT_OVERDUE', { deadline: finding.deadline });
  return next;
}

export const escalateFinding = command({
  schema: z.strictObject({
    ...findingStep,
    escalatedTo: code(['SUPERIOR', 'DISCIPLINE']),
    note: text(1_000),
  }),
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now } = tx;
    const finding = await lockFinding(sql, ask);
    const state = decideEscalation(finding, chinaDate(now));
    await requireJudge(sql, finding, actor.id);
    await sql`
      update audit_finding set state = ${state}, escalated_to = ${ask.escalatedTo}
      where id = ${ask.findingId}`;
    await takeStep(tx, [ask.findingId], { state, note: ask.note });
    return findingNow(sql, ask.findingId, chinaDate(now));
  },
});
