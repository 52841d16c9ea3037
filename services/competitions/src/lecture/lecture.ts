// A lecture that was held: by whom, where, and how many came.
import type { LectureSession } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

/** The newest first. A lecturer whom a union above has on its roster is not named to one below. */
export async function findLectures(
  sql: Sql,
  vault: Vault,
  of: {
    id?: string;
    unionId?: string | null;
    series?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<LectureSession[]> {
  const { id = null, unionId = null, series = null, before = null, limit } = of;
  type Row = Omit<LectureSession, 'lecturerNameMasked'> & {
    personId: string | null;
    nameSealed: Buffer | null;
  };
  const rows = await sql<Row>`
    select s.id as "lectureId", s.union_id as "unionId", u.name as "unionName",
      s.lecturer_id as "lecturerId", p.person_id as "personId", p.name_sealed as "nameSealed",
      s.series, s.topic, s.place, s.held_on::text as "heldOn", s.attendance
    from lecture_session as s join known_union as u using (union_id)
    left join lecturer as l on l.id = s.lecturer_id left join person as p using (person_id)
    where (${id}::uuid is null or s.id = ${id}::uuid)
      and (${unionId}::uuid is null or s.union_id = ${unionId}::uuid)
      and (${series}::text is null or s.series = ${series}::text)
      and (${before}::uuid is null or s.id < ${before}::uuid)
    order by s.id desc limit ${limit}`;
  return rows.map(({ personId, nameSealed, ...row }) => {
    const known = personId !== null && nameSealed !== null;
    return { ...row, lecturerNameMasked: known ? shownName(vault, personId, nameSealed) : '' };
  });
}
