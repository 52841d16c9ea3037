import { employmentTrained } from '@gonglian/contracts/welfare.ts';
import type { EmploymentTraining } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { count, date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readTraining } from './training.ts';

/** Refused TRAINING_FINISHED. */
export const finishEmploymentTraining = command({
  schema: z.strictObject({
    trainingId: id,
    expectedVersion,
    finishedOn: date,
    trained: count.min(1, 'required').max(1_000_000, 'too_large'),
  }),
  permission: 'welfare.job-placement.write',
  async run({ sql, now, emit }, ask): Promise<EmploymentTraining> {
    const { trainingId, finishedOn, trained } = ask;
    const today = chinaDate(now);
    await sql`select from employment_training where training_id = ${trainingId} for update`;
    const open = await readTraining(sql, trainingId, today);
    if (open.state !== 'OPEN') throw refused('TRAINING_FINISHED');
    if (open.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: open.version });
    decideDay(finishedOn, open.startsOn, today);
    await sql`
      update employment_training set state = 'FINISHED', finished_on = ${finishedOn}, trained = ${trained},
        version = version + 1
      where training_id = ${trainingId}`;
    const { unionId, workerGroup } = open;
    emit(employmentTrained, { trainingId, unionId, workerGroup, trained, finishedOn });
    return readTraining(sql, trainingId, today);
  },
});
