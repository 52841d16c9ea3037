import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { studioRemoved } from '@gonglian/contracts/competitions.ts';
import { chinaDate, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence } from '@gonglian/service/record-fields.ts';
import { command, type Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { lockStudio, studioStep, takeStudioStep } from './studio.ts';
import { decideStudioStep } from './studio-steps.ts';
import { readWholeStudio } from './studio-whole.ts';

const STEPS = [
  'COUNTY_REVIEW',
  'SITE_CHECK',
  'PUBLICITY',
  'REFUSED',
  'REVIEW',
  'CONTINUED',
  'WARNED',
  'REMOVED',
] as const;

/**
 * Whether it is time for a review, and each whole year since the last is reported. Refused STUDIO_REVIEW_EARLY,
 * STUDIO_REPORT_MISSING with the year.
 */
export function decideReview(
  { reviewFrom, on }: { reviewFrom: CalendarDate; on: CalendarDate },
  yearsFrom: number,
  reported: readonly number[],
): void {
  const yearOf = (day: CalendarDate) => Number(day.slice(0, 4));
  const earliest = `${yearOf(reviewFrom) + yearsFrom}${reviewFrom.slice(4)}`;
  if (on < earliest) throw refused('STUDIO_REVIEW_EARLY', { earliest });
  for (let year = yearOf(reviewFrom) + 1; year < yearOf(on); year += 1)
    if (!reported.includes(year)) throw refused('STUDIO_REPORT_MISSING', { year });
}

/** What the federation finds, with what shows it; a removed studio keeps its history. */
export const decideStudio = command({
  schema: z.strictObject({
    ...studioStep,
    step: code(STEPS),
    stepOn: date,
    note: text(500),
    evidenceSha256: evidence,
  }),
  permission: 'competitions.studio.decide',
  async run(tx, ask): Promise<Studio> {
    const { sql, own, now, emit } = tx;
    const studio = await lockStudio(sql, ask);
    const { studioId, unionId, level, reviewFrom, memberCount: members } = studio;
    const state = decideStudioStep(studio.state, ask.step);
    const { stepOn, note, evidenceSha256 } = ask;
    decideDay(stepOn, studio.stateOn, chinaDate(now));
    if (state === 'REVIEW') {
      const { from } = competitionsPolicy('studio.review_years', stepOn);
      decideReview({ reviewFrom, on: stepOn }, from, await reportedYears(sql, studioId));
    }
    await takeStudioStep(tx, studio, { state, on: stepOn, note, evidenceSha256 });
    if (state === 'CONTINUED' || state === 'WARNED')
      await sql`update studio set review_from = ${stepOn} where id = ${studioId}`;
    if (state === 'REMOVED')
      emit(studioRemoved, { studioId, unionId, level, removedOn: stepOn, members });
    return readWholeStudio(sql, own.vault, studioId);
  },
});

async function reportedYears(sql: Sql, studioId: string): Promise<number[]> {
  const rows = await sql<{ year: number }>`
    select year from studio_report where studio_id = ${studioId}`;
  return rows.map(({ year }) => year);
}
