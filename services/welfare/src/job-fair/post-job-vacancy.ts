import type { JobVacancy } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { count, id, optionalText, text } from '@gonglian/service/fields.ts';
import { amountFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { employerUscc } from './employer.ts';
import { holdFair } from './job-fair.ts';
import { decideVacancy, findVacancies } from './vacancy.ts';

/** Of an employer that is registered at the fair: JOB_EMPLOYER_UNKNOWN otherwise. */
export const postJobVacancy = command({
  schema: z.strictObject({
    jobFairId: id,
    employerUscc: text(18),
    vacancyTitle: text(60),
    headcount: count.min(1, 'required').max(100_000, 'too_large'),
    wageFromFen: amountFen,
    wageToFen: amountFen,
    workplace: text(200),
    terms: optionalText(1_000),
  }),
  permission: 'welfare.job-fair.write',
  async run(tx, ask): Promise<JobVacancy> {
    const { sql, now } = tx;
    const uscc = employerUscc(ask.employerUscc);
    const { jobFairId, unionId, state } = await holdFair(tx, ask.jobFairId);
    if (state !== 'REGISTERING') throw refused('JOB_FAIR_NOT_REGISTERING', { state });
    const [employer] = await sql`
      select 1 as one from job_employer where job_fair_id = ${jobFairId} and employer_uscc = ${uscc}`;
    if (!employer) throw notFound('JOB_EMPLOYER_UNKNOWN');
    decideVacancy(ask, welfarePolicy('job.refused_words', chinaDate(now)));
    const vacancyId = newId();
    await sql`
      insert into job_vacancy (vacancy_id, job_fair_id, employer_uscc, union_id, title, headcount, wage_from_fen,
        wage_to_fen, workplace, terms)
      values (${vacancyId}, ${jobFairId}, ${uscc}, ${unionId}, ${ask.vacancyTitle}, ${ask.headcount},
        ${ask.wageFromFen}, ${ask.wageToFen}, ${ask.workplace}, ${ask.terms})`;
    const [vacancy] = await findVacancies(sql, { id: vacancyId, limit: 1 });
    if (!vacancy) throw notFound('JOB_VACANCY_UNKNOWN', { vacancyId });
    return vacancy;
  },
});
