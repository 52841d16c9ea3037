// The audited side says what it thinks of the draft, in its time.
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { auditStep, lockAudit, requireDate, requireState, viewNow } from './audit.ts';
import { optionalSha256 } from './evidence.ts';

/** Refused AUDIT_COMMENTS_OVER: the last day counts to its end. */
export function decideComment(audit: { commentsDueOn: CalendarDate }, on: CalendarDate): void {
  if (on > audit.commentsDueOn)
    throw refused('AUDIT_COMMENTS_OVER', { dueOn: audit.commentsDueOn });
}

export const commentAudit = command({
  schema: z.strictObject({
    ...auditStep,
    commentedOn: date,
    comment: text(4_000),
    documentSha256: optionalSha256,
  }),
  permission: 'finance.audit.answer',
  async run({ sql, actor, now }, ask): Promise<Audit> {
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'DRAFTED');
    requireDate(audit, ask.commentedOn, chinaDate(now));
    decideComment(audit, ask.commentedOn);
    await sql`
      update audit set state = 'COMMENTED', commented_on = ${ask.commentedOn},
        commented_by = ${actor.id}, comment = ${ask.comment}, comment_sha256 = ${ask.documentSha256},
        version = version + 1
      where id = ${ask.auditId}`;
    return viewNow(sql, ask.auditId);
  },
});
