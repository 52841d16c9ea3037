import type { TrainingClass } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { trainingHeld } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { lockClass, requireOpen, trainingStep } from './training-class.ts';
import { readWholeClass } from './training-whole.ts';

const PEOPLE_MAX = 10_000;

/** Who has completed it, of those who were in it: refused TRAINING_NOT_ENROLLED for anybody else. */
export const finishTrainingClass = command({
  schema: z.strictObject({
    ...trainingStep,
    finishedOn: date,
    completedPersonIds: z.array(id).max(PEOPLE_MAX, 'too_many'),
  }),
  permission: 'competitions.training.write',
  async run({ sql, own, now, emit }, ask): Promise<TrainingClass> {
    const opened = await lockClass(sql, ask);
    requireOpen(opened);
    const { trainingClassId, unionId, trainingKind, startsOn, enrolledCount } = opened;
    const { finishedOn } = ask;
    decideDay(finishedOn, startsOn, chinaDate(now));
    const people = [...new Set(ask.completedPersonIds)];
    const completed = await sql`
      update training_enrolment set completed = true
      where class_id = ${trainingClassId} and person_id = any(${people}::uuid[])
      returning person_id`;
    const completedCount = completed.length;
    if (completedCount < people.length)
      throw refused('TRAINING_NOT_ENROLLED', { count: people.length - completedCount });
    await sql`
      update training_class set state = 'FINISHED', finished_on = ${finishedOn}, version = version + 1
      where id = ${trainingClassId}`;
    const counted = { trainingKind, startsOn, finishedOn, enrolledCount, completedCount };
    emit(trainingHeld, { trainingClassId, unionId, ...counted });
    return readWholeClass(sql, own.vault, trainingClassId);
  },
});
