import type { JobVacancyList } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findVacancies } from './vacancy.ts';

/** For whoever looks for work: of one fair, or of all that take employers now. */
export const listJobVacancies = query({
  schema: z.strictObject({ jobFairId: optionalId, cursor: optionalId, limit: limit(500) }),
  permission: 'welfare.job-vacancy.read',
  async run({ sql }, ask): Promise<JobVacancyList> {
    const items = await findVacancies(sql, {
      jobFairId: ask.jobFairId || null,
      openOnly: ask.jobFairId === '',
      after: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.vacancyId ?? '' };
  },
});
