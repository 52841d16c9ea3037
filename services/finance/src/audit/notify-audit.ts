// The notice: the audited side knows some days before when the auditors come.
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { auditStep, lockAudit, requireDate, requireState, viewNow } from './audit.ts';
import { requireIndependent } from './require-independent.ts';

interface Notice {
  notifiedOn: CalendarDate;
  entryOn: CalendarDate;
}

/** Refused AUDIT_NOTICE_SHORT, with the first day on which they may come. */
export function decideNotice({ notifiedOn, entryOn }: Notice, noticeDays: number): void {
  const earliest = addDays(notifiedOn, noticeDays);
  if (entryOn < earliest) throw refused('AUDIT_NOTICE_SHORT', { earliest });
}

export const notifyAudit = command({
  schema: z.strictObject({ ...auditStep, notifiedOn: date, entryOn: date }),
  permission: 'finance.audit.write',
  async run({ sql, actor, now }, ask): Promise<Audit> {
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'PLANNED');
    requireDate(audit, ask.notifiedOn, chinaDate(now));
    decideNotice(ask, financePolicy('audit.notice_days', ask.notifiedOn));
    await requireIndependent(sql, audit, [actor.id, ...audit.auditors]);
    await sql`
      update audit set state = 'NOTIFIED', notified_on = ${ask.notifiedOn}, entry_on = ${ask.entryOn},
        version = version + 1
      where id = ${ask.auditId}`;
    return viewNow(sql, ask.auditId);
  },
});
