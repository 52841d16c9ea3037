import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readFair, readWholeFair } from './job-fair.ts';

export const getJobFair = query({
  schema: z.strictObject({ jobFairId: id }),
  permission: 'welfare.job-fair.read',
  async run({ sql, requireUnions }, { jobFairId }): Promise<JobFair> {
    await requireUnions([(await readFair(sql, jobFairId)).unionId]);
    return readWholeFair(sql, jobFairId);
  },
});
