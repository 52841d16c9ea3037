import type { LivingCheckRound } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readRound, roundYear } from './living-check.ts';

/** One a year. Refused IN_FUTURE before its year has begun; duplicate LIVING_CHECK_OPEN. */
export const openLivingCheck = command({
  schema: z.strictObject({ roundYear, documentNo: text(100) }),
  permission: 'competitions.living-check.open',
  async run({ sql, actor, now }, ask): Promise<LivingCheckRound> {
    const today = chinaDate(now);
    if (ask.roundYear > Number(today.slice(0, 4)))
      throw refused('IN_FUTURE', { date: String(ask.roundYear) });
    const opened = await sql`
      insert into living_check_round (round_year, opened_on, document_no, opened_by)
      values (${ask.roundYear}, ${today}, ${ask.documentNo}, ${actor.id})
      on conflict do nothing returning 1`;
    if (opened.length === 0) throw duplicate('LIVING_CHECK_OPEN', { year: ask.roundYear });
    return readRound(sql, ask.roundYear);
  },
});
