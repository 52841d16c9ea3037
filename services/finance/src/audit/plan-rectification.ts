// The audited side says how it will put it right; until that is accepted it may say it again.
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideStep, findingNow, findingStep, lockFinding, takeStep } from './finding.ts';

export const planRectification = command({
  schema: z.strictObject({ ...findingStep, plan: text(2_000) }),
  permission: 'finance.audit.answer',
  async run(tx, ask): Promise<Finding> {
    const finding = await lockFinding(tx.sql, ask);
    const state = decideStep(finding.state, 'plan');
    await tx.sql`
      update audit_finding set state = ${state}, plan = ${ask.plan} where id = ${ask.findingId}`;
    await takeStep(tx, [ask.findingId], { state, note: ask.plan });
    return findingNow(tx.sql, ask.findingId, chinaDate(tx.now));
  },
});
