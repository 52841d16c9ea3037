import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { declarationStep, lockResult, readDeclaration } from './declaration.ts';
import { decideStep, readResult } from './innovation-result.ts';

const SCORE_MAX = 10_000;

/** What those who looked at it gave it, in hundredths of a point. */
export const evaluateInnovationResult = command({
  schema: z.strictObject({
    ...declarationStep,
    score: z.int().min(0, 'negative').max(SCORE_MAX, 'too_large'),
    evaluatedOn: date,
  }),
  permission: 'competitions.innovation.decide',
  async run({ sql, own, now }, ask): Promise<InnovationResult> {
    const { resultId, level, evaluatedOn } = ask;
    await lockResult(sql, ask);
    const { state, lastOn } = await readDeclaration(sql, ask);
    const next = decideStep(state, 'evaluate');
    decideDay(evaluatedOn, lastOn, chinaDate(now));
    await sql`
      update innovation_declaration set state = ${next}, score = ${ask.score},
        evaluated_on = ${evaluatedOn}
      where result_id = ${resultId} and level = ${level}`;
    return readResult(sql, own.vault, resultId);
  },
});
