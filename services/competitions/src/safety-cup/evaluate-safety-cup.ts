import type { SafetyCupEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import {
  decideEvaluation,
  lockEntry,
  readEntry,
  SAFETY_CUP_RESULTS,
  safetyCupStep,
} from './safety-cup.ts';

const SCORE_MAX = 10_000;

/** What the federation gave it for the year, in hundredths of a point. */
export const evaluateSafetyCup = command({
  schema: z.strictObject({
    ...safetyCupStep,
    score: z.int().min(0, 'negative').max(SCORE_MAX, 'too_large'),
    cupResult: code(SAFETY_CUP_RESULTS),
    evaluatedOn: date,
  }),
  permission: 'competitions.safety-cup.evaluate',
  async run({ sql, now }, ask): Promise<SafetyCupEntry> {
    const entry = await lockEntry(sql, ask);
    decideEvaluation(entry, entry.tallies.length);
    decideDay(ask.evaluatedOn, entry.enteredOn, chinaDate(now));
    await sql`
      update safety_cup_entry set state = 'EVALUATED', score = ${ask.score}, result = ${ask.cupResult},
        evaluated_on = ${ask.evaluatedOn}, version = version + 1
      where id = ${entry.safetyCupEntryId}`;
    return readEntry(sql, entry.safetyCupEntryId);
  },
});
