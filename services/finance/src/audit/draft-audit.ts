// The draft goes to the audited side, which has some days to say what it thinks of it.
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { auditStep, lockAudit, requireDate, requireState, viewNow } from './audit.ts';
import { requireIndependent } from './require-independent.ts';

export const draftAudit = command({
  schema: z.strictObject({ ...auditStep, draftedOn: date, summary: text(4_000) }),
  permission: 'finance.audit.write',
  async run({ sql, actor, now }, ask): Promise<Audit> {
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'ENTERED');
    requireDate(audit, ask.draftedOn, chinaDate(now));
    await requireIndependent(sql, audit, [actor.id]);
    const [paper] = await sql`select from audit_paper where audit_id = ${ask.auditId} limit 1`;
    if (!paper) throw refused('AUDIT_WITHOUT_PAPERS');
    const due = addDays(ask.draftedOn, financePolicy('audit.comment_days', ask.draftedOn));
    await sql`
      update audit set state = 'DRAFTED', drafted_on = ${ask.draftedOn}, summary = ${ask.summary},
        comments_due_on = ${due}, version = version + 1
      where id = ${ask.auditId}`;
    return viewNow(sql, ask.auditId);
  },
});
