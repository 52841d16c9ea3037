import type { JobFairList } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { FAIR_STATES } from './fair-steps.ts';
import { fairView, findFairs } from './job-fair.ts';

/** Of the whole node, the newest first: a fair is for whoever looks for work. */
export const listJobFairs = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', ...FAIR_STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.job-vacancy.read',
  async run({ sql }, ask): Promise<JobFairList> {
    const rows = await findFairs(sql, {
      unionId: ask.unionId || null,
      state: ask.state || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return { items: rows.map(fairView), nextCursor: last?.jobFairId ?? '' };
  },
});
