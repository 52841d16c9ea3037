// Pilots, bases and teams that were named by a document: each is one from a day until it is none any more.
import type { Designation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const DESIGNATION_KINDS = [
  'REFORM_PILOT',
  'TRAINING_BASE',
  'CRAFTSMAN_COLLEGE',
  'LIFT_STATION',
  'LECTURE_HALL',
  'EDUCATION_BASE',
  'SPEAKER_TEAM',
  'PRACTICE_STATION',
] as const;
export type DesignationKind = (typeof DESIGNATION_KINDS)[number];

/** Where workers are taught. */
export const BASES: readonly DesignationKind[] = [
  'TRAINING_BASE',
  'CRAFTSMAN_COLLEGE',
  'LIFT_STATION',
];

export interface DesignationRow extends Designation {
  designationKind: DesignationKind;
}

/** The newest first. */
export function findDesignations(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    kind?: string | null;
    programmeId?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<DesignationRow[]> {
  const { id = null, unionId = null, kind = null, programmeId = null, before = null, limit } = of;
  return sql<DesignationRow>`
    select d.designation_id as "designationId", d.union_id as "unionId", u.name as "unionName",
      d.kind as "designationKind", d.level, d.title, d.document_no as "documentNo",
      d.designated_on::text as "designatedOn", coalesce(d.programme_id::text, '') as "programmeId",
      coalesce(d.ended_on::text, '') as "endedOn", d.end_reason as "endReason", d.version,
      (select count(*)::int from base_course as c where c.designation_id = d.designation_id) as "courseCount",
      a.classes as "classCount", a.lecturers as "lecturerCount", a.sessions as "sessionCount", a.attendance
    from designation as d join known_union as u using (union_id),
    lateral (
      select count(*) filter (where t.kind = 'CLASS')::int as classes,
        count(*) filter (where t.kind = 'LECTURER')::int as lecturers,
        count(*) filter (where t.kind = 'LECTURE')::int as sessions,
        coalesce(sum(s.attendance), 0)::int as attendance
      from attachment as t left join lecture_session as s on t.kind = 'LECTURE' and s.id = t.attached_id
      where t.designation_id = d.designation_id) as a
    where (${id}::uuid is null or d.designation_id = ${id}::uuid)
      and (${unionId}::uuid is null or d.union_id = ${unionId}::uuid)
      and (${kind}::text is null or d.kind = ${kind}::text)
      and (${programmeId}::uuid is null or d.programme_id = ${programmeId}::uuid)
      and (${before}::uuid is null or d.designation_id < ${before}::uuid)
    order by d.designation_id desc limit ${limit}`;
}

/** DESIGNATION_UNKNOWN for one out of reach. */
export async function readDesignation(sql: Sql, designationId: string): Promise<DesignationRow> {
  const [row] = await findDesignations(sql, { id: designationId, limit: 1 });
  if (!row) throw notFound('DESIGNATION_UNKNOWN', { designationId });
  return row;
}

/** Nobody ends it before the transaction ends. */
export async function holdDesignation(sql: Sql, designationId: string): Promise<DesignationRow> {
  await sql`select from designation where designation_id = ${designationId} for share`;
  return readDesignation(sql, designationId);
}

export async function lockDesignation(
  sql: Sql,
  ask: { designationId: string; expectedVersion: number },
): Promise<DesignationRow> {
  await sql`select from designation where designation_id = ${ask.designationId} for update`;
  const row = await readDesignation(sql, ask.designationId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Refused DESIGNATION_KIND_WRONG, and DESIGNATION_ENDED for one that is none any more. */
export function requireStanding(
  { designationKind, endedOn }: Pick<DesignationRow, 'designationKind' | 'endedOn'>,
  kinds: readonly DesignationKind[],
): void {
  if (!kinds.includes(designationKind))
    throw refused('DESIGNATION_KIND_WRONG', { kind: designationKind });
  if (endedOn !== '') throw refused('DESIGNATION_ENDED', { endedOn });
}

/** Refused PILOT_OF_OTHER: a case of one reform comes from no pilot of another. */
export async function requirePilot(sql: Sql, programmeId: string, pilotId: string): Promise<void> {
  const pilot = await readDesignation(sql, pilotId);
  if (pilot.programmeId !== programmeId) throw refused('PILOT_OF_OTHER', { pilotId });
}
