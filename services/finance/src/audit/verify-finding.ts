// An auditor has seen the evidence: it is enough, or it goes back.
import type { Finding } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  decideStep,
  findingNow,
  findingStep,
  lockFinding,
  requireOther,
  takeStep,
} from './finding.ts';
import { requireJudge } from './origin.ts';

export const verifyFinding = command({
  schema: z.strictObject({ ...findingStep, accepted: z.boolean(), note: text(2_000) }),
  permission: 'finance.audit.write',
  async run(tx, ask): Promise<Finding> {
    const { sql, actor, now } = tx;
    const finding = await lockFinding(sql, ask);
    const state = decideStep(finding.state, ask.accepted ? 'verify' : 'return');
    await requireOther(tx, finding);
    await requireJudge(sql, finding, actor.id);
    await sql`update audit_finding set state = ${state} where id = ${ask.findingId}`;
    await takeStep(tx, [ask.findingId], { state, note: ask.note });
    return findingNow(sql, ask.findingId, chinaDate(now));
  },
});
