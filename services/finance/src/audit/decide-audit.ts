// The decision: what was found goes to the audited side, with the day by which it must be put right.
import type { Audit } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { auditStep, lockAudit, requireDate, requireState, viewNow } from './audit.ts';
import { tellFindings } from './finding.ts';
import { requireIndependent } from './require-independent.ts';

export const decideAudit = command({
  schema: z.strictObject({ ...auditStep, decidedOn: date, decisionNo: text(100) }),
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Audit> {
    const { sql, actor, now } = tx;
    const audit = await lockAudit(sql, ask);
    requireState(audit, 'REPORTED');
    requireDate(audit, ask.decidedOn, chinaDate(now));
    await requireIndependent(sql, audit, [actor.id]);
    const open = await sql<{ id: string }>`
      select id from audit_finding where audit_id = ${ask.auditId} and state = 'OPEN' for update`;
    const findingIds = open.map(({ id }) => id);
    await tellFindings(tx, findingIds, { notifiedOn: ask.decidedOn, note: ask.decisionNo });
    await sql`
      update audit set state = 'DECIDED', decided_on = ${ask.decidedOn},
        decision_no = ${ask.decisionNo}, version = version + 1
      where id = ${ask.auditId}`;
    return viewNow(sql, ask.auditId);
  },
});
