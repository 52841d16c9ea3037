import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideFairStep } from './fair-steps.ts';
import { fairStep, lockFair, readWholeFair, takeFairStep } from './job-fair.ts';

export const stepJobFair = command({
  schema: z.strictObject({
    ...fairStep,
    step: code(['PUBLISHED', 'REGISTERING', 'CANCELLED']),
    stepOn: date,
  }),
  permission: 'welfare.job-fair.write',
  async run(tx, ask): Promise<JobFair> {
    const { sql, now } = tx;
    const fair = await lockFair(tx, ask);
    const state = decideFairStep(fair.state, ask.step);
    decideDay(ask.stepOn, '', chinaDate(now));
    await takeFairStep(sql, fair.jobFairId, { state, on: ask.stepOn });
    return readWholeFair(sql, fair.jobFairId);
  },
});
