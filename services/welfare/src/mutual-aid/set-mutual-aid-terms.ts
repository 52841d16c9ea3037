import type { MutualAidPlan } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { message } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockPlan, planStep, readWholePlan, type PlanRow } from './plan.ts';
import { decideTerms } from './terms.ts';
import { termsFields, type TermsAsk } from './terms-fields.ts';
import { writeTerms } from './write-terms.ts';

/** In the order of refusals: PLAN_STATE_WRONG, TERMS_BACKDATED once it is published, and what terms must be. */
export function decideNewTerms(
  plan: Pick<PlanRow, 'state' | 'planKind'>,
  terms: TermsAsk,
  today: string,
): void {
  if (plan.state === 'CLOSED' || plan.state === 'SETTLED')
    throw refused('PLAN_STATE_WRONG', { state: plan.state });
  if (plan.state !== 'DRAFT' && terms.effectiveFrom <= today)
    throw refused('TERMS_BACKDATED', { today });
  decideTerms(plan.planKind, terms);
}

/** A version of its own, from a day on: what happened before is claimed by the one before. */
export const setMutualAidTerms = command({
  schema: z.strictObject({ ...planStep, terms: message(termsFields) }),
  permission: 'welfare.mutual-aid.plan',
  async run({ sql, actor, now }, { terms, ...ask }): Promise<MutualAidPlan> {
    const plan = await lockPlan(sql, ask);
    decideNewTerms(plan, terms, chinaDate(now));
    const { planId, unionId } = plan;
    await writeTerms(sql, { planId, unionId, terms, by: actor.id });
    await sql`update mutual_plan set version = version + 1 where plan_id = ${planId}`;
    return readWholePlan(sql, planId);
  },
});
