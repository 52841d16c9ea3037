import type { TrainingClass } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { lockClass, requireOpen, trainingStep } from './training-class.ts';
import { readWholeClass } from './training-whole.ts';

const PEOPLE_MAX = 1_000;

/** Who is in it already stays in it once. */
export const enrolTraining = command({
  schema: z.strictObject({
    ...trainingStep,
    trainees: z
      .array(z.strictObject({ personName: text(50), idNumber: text(18) }))
      .min(1, 'required')
      .max(PEOPLE_MAX, 'too_many'),
  }),
  permission: 'competitions.training.write',
  async run({ sql, own, now }, ask): Promise<TrainingClass> {
    const opened = await lockClass(sql, ask);
    requireOpen(opened);
    const { trainingClassId, unionId } = opened;
    const scene = { sql, vault: own.vault, today: chinaDate(now) };
    const people = await enterPeople(scene, ask.trainees);
    await sql`
      insert into training_enrolment (class_id, union_id, person_id)
      select ${trainingClassId}, ${unionId}, one
      from unnest(${[...new Set(people)]}::uuid[]) as one
      on conflict do nothing`;
    await sql`update training_class set version = version + 1 where id = ${trainingClassId}`;
    return readWholeClass(sql, own.vault, trainingClassId);
  },
});
