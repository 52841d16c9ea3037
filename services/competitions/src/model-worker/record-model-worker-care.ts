// Model workers were visited, sent to recuperate or examined: dated, with who was there; facts say how many.
import type { ModelWorkerCare } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { modelWorkersCared } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { CARE_FORMS, findCare } from './care-visit.ts';

const PEOPLE_MAX = 500;
const EARLIEST = '1949-10-01';

export const recordModelWorkerCare = command({
  schema: z.strictObject({
    unionId: id,
    careForm: code(CARE_FORMS),
    happenedOn: date,
    endsOn: date,
    place: text(100),
    personIds: z
      .array(id)
      .min(1, 'required')
      .max(PEOPLE_MAX, 'too_many')
      .refine((ids) => new Set(ids).size === ids.length, 'twice'),
    note: optionalText(500),
  }),
  permission: 'competitions.model-worker.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, actor, now, emit }, ask): Promise<ModelWorkerCare> {
    const { unionId, careForm, happenedOn, endsOn, personIds } = ask;
    decideDay(happenedOn, EARLIEST, chinaDate(now));
    decideDay(endsOn, happenedOn, chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const known = await sql<{ personId: string }>`
      select "personId" from model_worker_row where "personId" = any(${personIds}::uuid[])`;
    const unknown = personIds.find((one) => known.every(({ personId }) => personId !== one));
    if (unknown !== undefined) throw notFound('MODEL_WORKER_UNKNOWN', { personId: unknown });
    const careId = newId();
    await sql`
      insert into care_visit (care_id, union_id, form, happened_on, ends_on, place, note, recorded_by)
      values (${careId}, ${unionId}, ${careForm}, ${happenedOn}, ${endsOn}, ${ask.place}, ${ask.note},
        ${actor.id})`;
    await sql`
      insert into care_visited (care_id, union_id, person_id)
      select ${careId}::uuid, ${unionId}::uuid, person from unnest(${personIds}::uuid[]) as p(person)`;
    emit(modelWorkersCared, { careId, unionId, careForm, happenedOn, persons: personIds.length });
    const [recorded] = await findCare(sql, own.vault, { id: careId, limit: 1 });
    if (!recorded) throw notFound('UNION_UNKNOWN', { unionId });
    return recorded;
  },
});
