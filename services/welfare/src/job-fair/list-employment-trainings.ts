import type { EmploymentTrainingList } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findTrainings } from './training.ts';

export const listEmploymentTrainings = query({
  schema: z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.job-placement.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<EmploymentTrainingList> {
    const items = await findTrainings(sql, {
      unionId: ask.unionId || null,
      before: ask.cursor || null,
      limit: ask.limit,
      today: chinaDate(now),
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.trainingId ?? '' };
  },
});
