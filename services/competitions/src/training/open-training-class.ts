import type { TrainingClass } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readClass, TRAINING_KINDS } from './training-class.ts';

/** Refused TRAINING_DATES where it would end before it begins. */
export const openTrainingClass = command({
  schema: z.strictObject({
    unionId: id,
    trainingKind: code(TRAINING_KINDS),
    title: text(100),
    place: text(200),
    teacher: text(100),
    startsOn: date,
    endsOn: date,
  }),
  permission: 'competitions.training.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<TrainingClass> {
    const { unionId, startsOn, endsOn } = ask;
    if (endsOn < startsOn) throw refused('TRAINING_DATES', { startsOn });
    await requireLivingUnion(sql, unionId);
    const trainingClassId = newId();
    await sql`
      insert into training_class (id, union_id, kind, title, place, teacher, starts_on, ends_on)
      values (${trainingClassId}, ${unionId}, ${ask.trainingKind}, ${ask.title}, ${ask.place},
        ${ask.teacher}, ${startsOn}, ${endsOn})`;
    return readClass(sql, trainingClassId);
  },
});
