import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { sha256 } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { employerUscc, enterEmployers } from './employer.ts';
import { holdFair, readWholeFair } from './job-fair.ts';

/** Refused JOB_FAIR_NOT_REGISTERING; JOB_EMPLOYER_TWICE: once a fair. */
export const registerJobEmployer = command({
  schema: z.strictObject({
    jobFairId: id,
    employerUscc: text(18),
    employerName: text(100),
    licenceSha256: sha256,
  }),
  permission: 'welfare.job-fair.write',
  async run(tx, ask): Promise<JobFair> {
    const uscc = employerUscc(ask.employerUscc);
    const { jobFairId, unionId, state } = await holdFair(tx, ask.jobFairId);
    if (state !== 'REGISTERING') throw refused('JOB_FAIR_NOT_REGISTERING', { state });
    const { employerName: name, licenceSha256 } = ask;
    const on = chinaDate(tx.now);
    const entered = await enterEmployers(tx, { jobFairId, unionId, on }, [
      { uscc, name, licenceSha256 },
    ]);
    if (entered === 0) throw refused('JOB_EMPLOYER_TWICE');
    return readWholeFair(tx.sql, jobFairId);
  },
});
