import type { MutualAidPlan } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, message, optionalId, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { amountFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readPlan, readWholePlan } from './plan.ts';
import { decideTerms, PLAN_KINDS } from './terms.ts';
import { termsFields } from './terms-fields.ts';
import { writeTerms } from './write-terms.ts';

const age = z.int().min(0, 'negative').max(120, 'too_large');

const DraftMutualAidPlan = z.strictObject({
  unionId: id,
  planName: text(60),
  round: text(20),
  planKind: code(PLAN_KINDS),
  premiumFen: amountFen,
  gifted: z.boolean(),
  womenOnly: z.boolean(),
  menUnder: age,
  womenUnder: age,
  basePlanId: optionalId,
  waitingDays: z.int().min(0, 'negative').max(365, 'too_large'),
  enrolFrom: date,
  enrolTo: date,
  periodFrom: date,
  periodTo: date,
  terms: message(termsFields),
});

/** In the order of refusals: DATES_REVERSED, TERMS_NOT_FROM_BEGIN, and what terms must be. */
export function decidePlan(ask: z.output<typeof DraftMutualAidPlan>): void {
  if (ask.enrolTo < ask.enrolFrom || ask.periodTo < ask.periodFrom) throw refused('DATES_REVERSED');
  // Something happens on the first day, and must be claimable by some version.
  if (ask.terms.effectiveFrom > ask.periodFrom)
    throw refused('TERMS_NOT_FROM_BEGIN', { periodFrom: ask.periodFrom });
  decideTerms(ask.planKind, ask.terms);
}

/** Duplicate PLAN_EXISTS: a union has one of a name in a round. */
export const draftMutualAidPlan = command({
  schema: DraftMutualAidPlan,
  permission: 'welfare.mutual-aid.plan',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor }, ask): Promise<MutualAidPlan> {
    decidePlan(ask);
    await requireLivingUnion(sql, ask.unionId);
    if (ask.basePlanId) await readPlan(sql, ask.basePlanId);
    const planId = newId();
    const written = await sql`
      insert into mutual_plan (plan_id, holder_union_id, name, round, kind, premium_fen, gifted, women_only, men_under,
        women_under, base_plan_id, waiting_days, enrol_from, enrol_to, period_from, period_to, made_by)
      values (${planId}, ${ask.unionId}, ${ask.planName}, ${ask.round}, ${ask.planKind}, ${ask.premiumFen},
        ${ask.gifted}, ${ask.womenOnly}, ${ask.menUnder}, ${ask.womenUnder}, nullif(${ask.basePlanId}, '')::uuid,
        ${ask.waitingDays}, ${ask.enrolFrom}, ${ask.enrolTo}, ${ask.periodFrom}, ${ask.periodTo}, ${actor.id})
      on conflict do nothing returning 1`;
    if (written.length === 0) throw duplicate('PLAN_EXISTS');
    await writeTerms(sql, { planId, unionId: ask.unionId, terms: ask.terms, by: actor.id });
    return readWholePlan(sql, planId);
  },
});
