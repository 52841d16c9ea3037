import type { EmploymentTraining } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { WORKER_GROUPS } from './job-fair.ts';
import { readTraining } from './training.ts';

/** Refused TRAINING_DATES where it would end before it begins. */
export const openEmploymentTraining = command({
  schema: z.strictObject({
    unionId: id,
    title: text(100),
    workerGroup: code(WORKER_GROUPS),
    startsOn: date,
    endsOn: date,
  }),
  permission: 'welfare.job-placement.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<EmploymentTraining> {
    const { unionId, startsOn, endsOn } = ask;
    if (endsOn < startsOn) throw refused('TRAINING_DATES', { startsOn });
    await requireLivingUnion(sql, unionId);
    const trainingId = newId();
    await sql`
      insert into employment_training (training_id, union_id, title, worker_group, starts_on, ends_on)
      values (${trainingId}, ${unionId}, ${ask.title}, ${ask.workerGroup}, ${startsOn}, ${endsOn})`;
    return readTraining(sql, trainingId, chinaDate(now));
  },
});
