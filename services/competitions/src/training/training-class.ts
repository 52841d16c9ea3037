// A class for workers, from its opening to who has completed it; a night school is one kind of it (rows 164 and 166).
import type { TrainingClass } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';

export const TRAINING_KINDS = [
  'SKILL',
  'DEGREE',
  'CRAFTSMAN_COLLEGE',
  'NIGHT_SCHOOL',
  'SAFETY',
  'OTHER',
] as const;
export const TRAINING_STATES = ['OPEN', 'FINISHED'] as const;

/** Refused TRAINING_FINISHED: who was in it, and who completed it, is settled. */
export function requireOpen({ state }: { state: string }): void {
  if (state !== 'OPEN') throw refused('TRAINING_FINISHED');
}

/** What each step of a class names. */
export const trainingStep = { trainingClassId: id, expectedVersion };

/** The newest first, without who is in it. */
export async function findClasses(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<TrainingClass[]> {
  const { id: one = null, unionId = null, kind = null, before = null, limit } = of;
  const rows = await sql<Omit<TrainingClass, 'enrolments'>>`
    select c.id as "trainingClassId", c.union_id as "unionId", u.name as "unionName",
      c.kind as "trainingKind", c.title, c.place, c.teacher, c.starts_on::text as "startsOn",
      c.ends_on::text as "endsOn", c.state, coalesce(c.finished_on::text, '') as "finishedOn",
      (select count(*)::int from training_enrolment where class_id = c.id) as "enrolledCount",
      (select count(*)::int from training_enrolment where class_id = c.id and completed)
        as "completedCount", c.version
    from training_class as c join known_union as u using (union_id)
    where (${one}::uuid is null or c.id = ${one}::uuid)
      and (${unionId}::uuid is null or c.union_id = ${unionId}::uuid)
      and (${kind}::text is null or c.kind = ${kind}::text)
      and (${before}::uuid is null or c.id < ${before}::uuid)
    order by c.id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, enrolments: [] }));
}

/** TRAINING_UNKNOWN for one out of reach. */
export async function readClass(sql: Sql, trainingClassId: string): Promise<TrainingClass> {
  const [row] = await findClasses(sql, { id: trainingClassId, limit: 1 });
  if (!row) throw notFound('TRAINING_UNKNOWN', { trainingClassId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockClass(
  sql: Sql,
  ask: { trainingClassId: string; expectedVersion: number },
): Promise<TrainingClass> {
  await sql`select from training_class where id = ${ask.trainingClassId} for update`;
  const row = await readClass(sql, ask.trainingClassId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}
