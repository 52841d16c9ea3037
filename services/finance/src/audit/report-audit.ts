// The final report: after the comments, or after the days for them.
import { auditReported } from '@gonglian/contracts/finance.ts';
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  auditStep,
  lockAudit,
  requireDate,
  requireState,
  viewNow,
  type AuditRow,
} from './audit.ts';
import { requireIndependent } from './require-independent.ts';

/** Refused AUDIT_COMMENTS_RUNNING, with the last day on which comments may come. */
export function decideReport(
  audit: Pick<AuditRow, 'state' | 'commentsDueOn'>,
  on: CalendarDate,
): void {
  requireState(audit, 'DRAFTED', 'COMMENTED');
  if (audit.state === 'DRAFTED' && on <= audit.commentsDueOn)
    throw refused('AUDIT_COMMENTS_RUNNING', { dueOn: audit.commentsDueOn });
}

export const reportAudit = command({
  schema: z.strictObject({ ...auditStep, reportedOn: date, opinion: text(4_000) }),
  permission: 'finance.audit.write',
  async run({ sql, actor, now, emit }, ask): Promise<Audit> {
    const audit = await lockAudit(sql, ask);
    decideReport(audit, ask.reportedOn);
    requireDate(audit, ask.reportedOn, chinaDate(now));
    await requireIndependent(sql, audit, [actor.id]);
    await sql`
      update audit set state = 'REPORTED', reported_on = ${ask.reportedOn}, opinion = ${ask.opinion},
        version = version + 1
      where id = ${ask.auditId}`;
    const { auditId, unionId, kind, periodFrom, periodTo } = audit;
    const { reportedOn } = ask;
    const byFirm = audit.firmName !== '';
    emit(auditReported, { auditId, unionId, kind, byFirm, periodFrom, periodTo, reportedOn });
    return viewNow(sql, ask.auditId);
  },
});
