// A plan goes on; at its settlement the round's figures are kept with it.
import type { MutualAidPlan } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { mutualAidPublished } from '@gonglian/contracts/welfare.ts';
import { addMonths, chinaDate } from '@gonglian/kernel/dates.ts';
import { code } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import {
  decidePlanStep,
  lockPlan,
  planStep,
  readTerms,
  readWholePlan,
  sumPlan,
  type PlanStep,
} from './plan.ts';

const STEPS = ['PUBLISH', 'OPEN', 'START', 'CLOSE', 'SETTLE'] as const satisfies PlanStep[];

export const stepMutualAidPlan = command({
  schema: z.strictObject({ ...planStep, step: code(STEPS) }),
  permission: 'welfare.mutual-aid.plan',
  async run({ sql, now, emit }, { step, ...ask }): Promise<MutualAidPlan> {
    const today = chinaDate(now);
    const plan = await lockPlan(sql, ask);
    const { planId, unionId, planKind, periodTo } = plan;
    const sum = await sumPlan(sql, planId);
    const months = welfarePolicy('mutual-aid.claim_window_months', periodTo);
    const claimsUntil = addMonths(periodTo, months);
    const next = decidePlanStep(plan, step, { ...sum, today, claimsUntil });
    await sql`
      update mutual_plan set state = ${next}, version = version + 1,
        settled_on = case ${next} when 'SETTLED' then ${today}::date end,
        settled_persons = case ${next} when 'SETTLED' then ${sum.persons}::int else 0 end,
        settled_premium_fen = case ${next} when 'SETTLED' then ${sum.premiumFen}::bigint else 0 end,
        settled_payout_fen = case ${next} when 'SETTLED' then ${sum.payoutFen}::bigint else 0 end
      where plan_id = ${planId}`;
    if (step === 'PUBLISH') {
      const newest = (await readTerms(sql, planId)).at(-1);
      const capFen = BigInt(newest?.capFen ?? 0);
      const diseases = newest?.lumpSums.length ?? 0;
      emit(mutualAidPublished, { planId, unionId, planKind, publishedOn: today, capFen, diseases });
    }
    return readWholePlan(sql, planId);
  },
});
