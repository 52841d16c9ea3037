import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideFairStep } from './fair-steps.ts';
import { fairStep, lockFair, readWholeFair, takeFairStep } from './job-fair.ts';

export const reportJobFair = command({
  schema: z.strictObject({ ...fairStep, reportedOn: date, report: text(2_000) }),
  permission: 'welfare.job-fair.write',
  async run(tx, ask): Promise<JobFair> {
    const { sql, now } = tx;
    const fair = await lockFair(tx, ask);
    const state = decideFairStep(fair.state, 'REPORTED');
    decideDay(ask.reportedOn, fair.stateOn, chinaDate(now));
    await sql`update job_fair set report = ${ask.report} where job_fair_id = ${fair.jobFairId}`;
    await takeFairStep(sql, fair.jobFairId, { state, on: ask.reportedOn });
    return readWholeFair(sql, fair.jobFairId);
  },
});
