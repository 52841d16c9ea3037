// One finding is told before the decision is: what can be put right at once is.
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readAudit, requireDate, requireState } from './audit.ts';
import { decideStep, findingNow, findingStep, lockFinding, tellFindings } from './finding.ts';
import { requireIndependent } from './require-independent.ts';

export const notifyFinding = command({
  schema: z.strictObject({ ...findingStep, notifiedOn: date }),
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now } = tx;
    const finding = await lockFinding(sql, ask);
    const audit = await readAudit(sql, finding.auditId);
    decideStep(finding.state, 'notify');
    requireState(audit, 'ENTERED', 'DRAFTED', 'COMMENTED', 'REPORTED');
    requireDate({ ...audit, draftedOn: '', commentedOn: '' }, ask.notifiedOn, chinaDate(now));
    await requireIndependent(sql, audit, [actor.id]);
    await tellFindings(tx, [ask.findingId], { notifiedOn: ask.notifiedOn, note: '' });
    return findingNow(sql, ask.findingId, chinaDate(now));
  },
});
