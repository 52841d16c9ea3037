import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import { count, date, id } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideFairStep } from './fair-steps.ts';
import { fairStep, lockFair, readFair, readWholeFair, takeFairStep } from './job-fair.ts';
import { tellHeld } from './tell-held.ts';

const VACANCIES_MAX = 10_000;

/** Refused JOB_FAIR_EMPTY where no notice stands; JOB_VACANCY_UNKNOWN for intents of another fair's. */
export const holdJobFair = command({
  schema: z.strictObject({
    ...fairStep,
    heldOn: date,
    attendees: count.max(10_000_000, 'too_large'),
    intents: z
      .array(z.strictObject({ vacancyId: id, intents: count.max(1_000_000, 'too_large') }))
      .max(VACANCIES_MAX, 'too_many'),
  }),
  permission: 'welfare.job-fair.write',
  async run(tx, ask): Promise<JobFair> {
    const { sql, now } = tx;
    const fair = await lockFair(tx, ask);
    const { jobFairId } = fair;
    const state = decideFairStep(fair.state, 'HELD');
    decideDay(ask.heldOn, fair.holdsFrom, chinaDate(now));
    if (fair.vacancyCount === 0) throw refused('JOB_FAIR_EMPTY');
    const ids = ask.intents.map(({ vacancyId }) => vacancyId);
    if (new Set(ids).size < ids.length)
      throw invalid('FIELD_INVALID', { field: 'intents', rule: 'twice' });
    const found = await sql`
      update job_vacancy as v set intents = i.intents
      from unnest(${ids}::uuid[], ${ask.intents.map(({ intents }) => intents)}::int[]) as i(vacancy_id, intents)
      where v.vacancy_id = i.vacancy_id and v.job_fair_id = ${jobFairId} and v.state = 'OPEN' returning 1`;
    if (found.length < ids.length) throw notFound('JOB_VACANCY_UNKNOWN');
    await sql`
      update job_fair set attendees = ${ask.attendees}, held_on = ${ask.heldOn} where job_fair_id = ${jobFairId}`;
    await takeFairStep(sql, jobFairId, { state, on: ask.heldOn });
    tellHeld(tx, await readFair(sql, jobFairId), ask.heldOn);
    return readWholeFair(sql, jobFairId);
  },
});
