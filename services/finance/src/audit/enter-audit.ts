import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { auditStep, lockAudit, requireDate, requireState, viewNow } from './audit.ts';
import { requireIndependent } from './require-independent.ts';

/** Refused AUDIT_BEFORE_ENTRY: not before the day that was told. */
export function decideEntry(audit: { entryOn: CalendarDate }, enteredOn: CalendarDate): void {
  if (enteredOn < audit.entryOn) throw refused('AUDIT_BEFORE_ENTRY', { entryOn: audit.entryOn });
}

/** The entry meeting was held: papers, samples, scans and findings are written from here on. */
export const enterAudit = command({
  schema: z.strictObject({ ...auditStep, enteredOn: date }),
  permission: 'finance.audit.write',
  async run({ sql, actor, now }, ask): Promise<Audit> {
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'NOTIFIED');
    decideEntry(audit, ask.enteredOn);
    requireDate(audit, ask.enteredOn, chinaDate(now));
    await requireIndependent(sql, audit, [actor.id, ...audit.auditors]);
    await sql`
      update audit set state = 'ENTERED', entered_on = ${ask.enteredOn}, version = version + 1
      where id = ${ask.auditId}`;
    return viewNow(sql, ask.auditId);
  },
});
