import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { CAMPAIGNS, CHANNELS, readWholeFair } from './job-fair.ts';

/** Refused JOB_FAIR_DATES. */
export const planJobFair = command({
  schema: z.strictObject({
    unionId: id,
    title: text(100),
    channel: code(CHANNELS),
    campaign: code(CAMPAIGNS),
    place: text(200),
    holdsFrom: date,
    holdsTo: date,
  }),
  permission: 'welfare.job-fair.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<JobFair> {
    const { unionId, holdsFrom, holdsTo } = ask;
    if (holdsTo < holdsFrom) throw refused('JOB_FAIR_DATES', { holdsFrom });
    await requireLivingUnion(sql, unionId);
    const jobFairId = newId();
    await sql`
      insert into job_fair (job_fair_id, union_id, title, channel, campaign, place, holds_from, holds_to, state, state_on)
      values (${jobFairId}, ${unionId}, ${ask.title}, ${ask.channel}, ${ask.campaign}, ${ask.place}, ${holdsFrom},
        ${holdsTo}, 'PLANNED', ${chinaDate(now)})`;
    return readWholeFair(sql, jobFairId);
  },
});
