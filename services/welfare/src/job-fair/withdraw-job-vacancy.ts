import type { JobVacancy } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { holdFair } from './job-fair.ts';
import { findVacancies } from './vacancy.ts';

/** Before the fair is held: refused JOB_FAIR_NOT_REGISTERING afterwards, JOB_VACANCY_WITHDRAWN where it was already. */
export const withdrawJobVacancy = command({
  schema: z.strictObject({ vacancyId: id, reason: text(500) }),
  permission: 'welfare.job-fair.write',
  async run(tx, { vacancyId, reason }): Promise<JobVacancy> {
    const { sql } = tx;
    const [vacancy] = await findVacancies(sql, { id: vacancyId, limit: 1 });
    if (!vacancy) throw notFound('JOB_VACANCY_UNKNOWN', { vacancyId });
    const { state } = await holdFair(tx, vacancy.jobFairId);
    if (state !== 'REGISTERING') throw refused('JOB_FAIR_NOT_REGISTERING', { state });
    const withdrawn = await sql`
      update job_vacancy set state = 'WITHDRAWN', withdrawal = ${reason}
      where vacancy_id = ${vacancyId} and state = 'OPEN' returning 1`;
    if (withdrawn.length === 0) throw refused('JOB_VACANCY_WITHDRAWN');
    return { ...vacancy, state: 'WITHDRAWN' };
  },
});
