import { jobPlaced } from '@gonglian/contracts/welfare.ts';
import type { JobPlacement } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalId, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { WORKER_GROUPS } from './job-fair.ts';
import { readPlacement } from './placement.ts';

/** Refused JOB_PLACED_TWICE: a person of one notice or of one training is placed once. */
export const recordJobPlacement = command({
  schema: z
    .strictObject({
      unionId: id,
      vacancyId: optionalId,
      trainingId: optionalId,
      personName: text(50),
      idNumber: text(18),
      workerGroup: code(WORKER_GROUPS),
      placedOn: date,
    })
    .refine(({ vacancyId, trainingId }) => (vacancyId === '') !== (trainingId === ''), {
      path: ['trainingId'],
      message: 'one_of_two',
    }),
  permission: 'welfare.job-placement.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, ask): Promise<JobPlacement> {
    const { unionId, workerGroup, placedOn, vacancyId, trainingId } = ask;
    const today = chinaDate(now);
    await requireLivingUnion(sql, unionId);
    decideDay(placedOn, await sourceDay(sql, vacancyId, trainingId), today);
    const [personId] = await enterPeople({ sql, vault: own.vault, today }, [ask]);
    const placementId = newId();
    const placed = await sql`
      insert into job_placement (placement_id, union_id, vacancy_id, training_id, person_id, worker_group, placed_on)
      values (${placementId}, ${unionId}, ${vacancyId || null}, ${trainingId || null}, ${personId}, ${workerGroup},
        ${placedOn})
      on conflict do nothing returning 1`;
    if (placed.length === 0) throw refused('JOB_PLACED_TWICE');
    const foundBy = vacancyId === '' ? 'TRAINING' : 'FAIR';
    emit(jobPlaced, { placementId, unionId, workerGroup, foundBy, placedOn });
    const days = welfarePolicy('job.follow_up_days', placedOn);
    return readPlacement(sql, own.vault, placementId, days);
  },
});

/** From which he can have found it. JOB_VACANCY_UNKNOWN, TRAINING_UNKNOWN. */
async function sourceDay(sql: Sql, vacancyId: string, trainingId: string): Promise<string> {
  const [source] =
    vacancyId === ''
      ? await sql<{ on: string }>`
          select starts_on::text as on from employment_training where training_id = ${trainingId}`
      : await sql<{ on: string }>`
          select f.holds_from::text as on from job_vacancy as v join job_fair as f using (job_fair_id)
          where v.vacancy_id = ${vacancyId}`;
  if (source) return source.on;
  throw vacancyId === ''
    ? notFound('TRAINING_UNKNOWN', { trainingId })
    : notFound('JOB_VACANCY_UNKNOWN', { vacancyId });
}
