import type { JobPlacementList } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { findPlacements } from './placement.ts';

export const listJobPlacements = query({
  schema: z.strictObject({
    unionId: optionalId,
    due: z.boolean(),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.job-placement.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now }, ask): Promise<JobPlacementList> {
    const today = chinaDate(now);
    const items = await findPlacements(sql, own.vault, {
      unionId: ask.unionId || null,
      dueOn: ask.due ? today : null,
      before: ask.cursor || null,
      limit: ask.limit,
      days: welfarePolicy('job.follow_up_days', today),
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.placementId ?? '' };
  },
});
