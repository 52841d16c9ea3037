// A training that leads to work, and how many of those who finished it have found some in time (row 103).
import type { EmploymentTraining } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';

/** The newest first. Whoever has found work in the window of days counts, from the day on which the training ended. */
export async function findTrainings(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    before?: string | null;
    limit: number;
    today: string;
  },
): Promise<EmploymentTraining[]> {
  const { id = null, unionId = null, before = null, limit, today } = of;
  const windowDays = welfarePolicy('training.outcome_days', today);
  const rows = await sql<Omit<EmploymentTraining, 'windowDays'>>`
    select t.training_id as "trainingId", t.union_id as "unionId", u.name as "unionName", t.title,
      t.worker_group as "workerGroup", t.starts_on::text as "startsOn", t.ends_on::text as "endsOn", t.state,
      coalesce(t.finished_on::text, '') as "finishedOn", t.trained, (
        select count(*)::int from job_placement as p where p.training_id = t.training_id
          and p.placed_on <= t.finished_on + ${windowDays}::int) as employed, t.version
    from employment_training as t join known_union as u using (union_id)
    where (${id}::uuid is null or t.training_id = ${id}::uuid)
      and (${unionId}::uuid is null or t.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or t.training_id < ${before}::uuid)
    order by t.training_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, windowDays }));
}

/** TRAINING_UNKNOWN for one out of reach. */
export async function readTraining(
  sql: Sql,
  trainingId: string,
  today: string,
): Promise<EmploymentTraining> {
  const [row] = await findTrainings(sql, { id: trainingId, limit: 1, today });
  if (!row) throw notFound('TRAINING_UNKNOWN', { trainingId });
  return row;
}
