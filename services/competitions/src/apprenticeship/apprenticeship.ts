// A master and an apprentice who have signed for a term, and what came of it (名师带高徒, row 157).
import type { Apprenticeship } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

/** As skill grades are called in China, from the lowest; NONE for who has none yet. */
export const SKILL_GRADES = [
  'NONE',
  'JUNIOR',
  'INTERMEDIATE',
  'SENIOR',
  'TECHNICIAN',
  'SENIOR_TECHNICIAN',
] as const;
export type SkillGrade = (typeof SKILL_GRADES)[number];

/** Refused APPRENTICESHIP_ASSESSED the second time, APPRENTICESHIP_GRADE_LOWER where a grade would be lost. */
export function decideAssessment(
  { state, gradeBefore }: { state: string; gradeBefore: string },
  gradeAfter: SkillGrade,
): void {
  if (state !== 'SIGNED') throw refused('APPRENTICESHIP_ASSESSED');
  const grades: readonly string[] = SKILL_GRADES;
  if (grades.indexOf(gradeAfter) < grades.indexOf(gradeBefore))
    throw refused('APPRENTICESHIP_GRADE_LOWER', { gradeBefore });
}

/** The newest first. */
export async function findApprenticeships(
  sql: Sql,
  vault: Vault,
  of: { id?: string; unionId?: string | null; before?: string | null; limit: number },
): Promise<Apprenticeship[]> {
  const { id = null, unionId = null, before = null, limit } = of;
  type Row = Omit<Apprenticeship, 'masterNameMasked' | 'apprenticeNameMasked'> & {
    masterId: string;
    masterSealed: Buffer;
    apprenticeId: string;
    apprenticeSealed: Buffer;
  };
  const rows = await sql<Row>`
    select a.id as "apprenticeshipId", a.union_id as "unionId", u.name as "unionName",
      a.master_id as "masterId", m.name_sealed as "masterSealed",
      a.apprentice_id as "apprenticeId", p.name_sealed as "apprenticeSealed", a.trade, a.goals,
      a.signed_on::text as "signedOn", a.ends_on::text as "endsOn", a.grade_before as "gradeBefore",
      a.state, a.grade_after as "gradeAfter", a.passed, a.assessment,
      coalesce(a.assessed_on::text, '') as "assessedOn", a.version
    from apprenticeship as a join known_union as u using (union_id)
    join person as m on m.person_id = a.master_id join person as p on p.person_id = a.apprentice_id
    where (${id}::uuid is null or a.id = ${id}::uuid)
      and (${unionId}::uuid is null or a.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or a.id < ${before}::uuid)
    order by a.id desc limit ${limit}`;
  return rows.map(({ masterId, masterSealed, apprenticeId, apprenticeSealed, ...row }) => ({
    ...row,
    masterNameMasked: shownName(vault, masterId, masterSealed),
    apprenticeNameMasked: shownName(vault, apprenticeId, apprenticeSealed),
  }));
}

/** APPRENTICESHIP_UNKNOWN for one out of reach. */
export async function readApprenticeship(
  sql: Sql,
  vault: Vault,
  apprenticeshipId: string,
): Promise<Apprenticeship> {
  const [row] = await findApprenticeships(sql, vault, { id: apprenticeshipId, limit: 1 });
  if (!row) throw notFound('APPRENTICESHIP_UNKNOWN', { apprenticeshipId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockApprenticeship(
  sql: Sql,
  vault: Vault,
  ask: { apprenticeshipId: string; expectedVersion: number },
): Promise<Apprenticeship> {
  await sql`select from apprenticeship where id = ${ask.apprenticeshipId} for update`;
  const row = await readApprenticeship(sql, vault, ask.apprenticeshipId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}
