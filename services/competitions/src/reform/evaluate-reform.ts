import type { ReformEvaluation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { holdReform } from '../programme/programme.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideEvaluation } from './decide-evaluation.ts';
import { findEvaluations } from './reform.ts';

const SCORE_MAX = 100_000;
const points = z.int().min(0, 'negative').max(SCORE_MAX, 'too_large');

/** A district once a year. Refused EVALUATED_ALREADY. */
export const evaluateReform = command({
  schema: z.strictObject({
    programmeId: id,
    unionId: id,
    year: z.int().min(2_000, 'too_small').max(2_100, 'too_large'),
    evaluator: text(100),
    scoreItems: z
      .array(
        z.strictObject({ title: text(60), maxScore: points.min(1, 'too_small'), score: points }),
      )
      .min(1, 'required')
      .max(100, 'too_many'),
    evaluatedOn: date,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.programme.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<ReformEvaluation> {
    const { programmeId, unionId, year, evaluator, scoreItems } = ask;
    const programme = await holdReform(sql, programmeId);
    const insiders = [programme.unionName, ...programme.memberAgencies];
    const { score, maxScore } = decideEvaluation(ask, insiders);
    decideDay(ask.evaluatedOn, programme.startsOn, chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const evaluationId = newId();
    const evaluated = await sql`
      insert into reform_evaluation (evaluation_id, programme_id, union_id, year, evaluator, items, score, max_score,
        evaluated_on, evidence_sha256)
      values (${evaluationId}, ${programmeId}, ${unionId}, ${year}, ${evaluator}, ${JSON.stringify(scoreItems)}::json,
        ${score}, ${maxScore}, ${ask.evaluatedOn}, ${ask.evidenceSha256})
      on conflict do nothing returning 1`;
    if (evaluated.length === 0) throw refused('EVALUATED_ALREADY', { year });
    const [row] = await findEvaluations(sql, { programmeId, id: evaluationId });
    if (!row) throw notFound('NOT_FOUND');
    return row;
  },
});
