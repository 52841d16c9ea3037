// Who lectures for a union: volunteer professors, model workers, experts (row 167). Nothing is kept of anybody's views.
import type { Lecturer } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

export const LECTURER_KINDS = ['VOLUNTEER_PROFESSOR', 'MODEL_WORKER', 'EXPERT'] as const;

/** The newest first. */
export async function findLecturers(
  sql: Sql,
  vault: Vault,
  of: { id?: string; unionId?: string | null; before?: string | null; limit: number },
): Promise<Lecturer[]> {
  const { id = null, unionId = null, before = null, limit } = of;
  type Row = Omit<Lecturer, 'personNameMasked'> & { personId: string; nameSealed: Buffer };
  const rows = await sql<Row>`
    select l.id as "lecturerId", l.union_id as "unionId", u.name as "unionName",
      l.person_id as "personId", p.name_sealed as "nameSealed", l.kind as "lecturerKind", l.subject,
      l.appointed_on::text as "appointedOn",
      (select count(*)::int from lecture_session as s where s.lecturer_id = l.id) as "sessionCount"
    from lecturer as l join known_union as u using (union_id) join person as p using (person_id)
    where (${id}::uuid is null or l.id = ${id}::uuid)
      and (${unionId}::uuid is null or l.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or l.id < ${before}::uuid)
    order by l.id desc limit ${limit}`;
  return rows.map(({ personId, nameSealed, ...row }) => ({
    ...row,
    personNameMasked: shownName(vault, personId, nameSealed),
  }));
}
