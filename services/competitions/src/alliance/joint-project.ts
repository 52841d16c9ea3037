// What studios of an alliance do together: one project and one result, however many of them.
import type { JointProject } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

interface ProjectRow extends Omit<JointProject, 'benefitFen'> {
  benefitFen: string;
}

/** The newest first. */
export async function findJointProjects(
  sql: Sql,
  of: { id?: string; allianceId?: string | null; before?: string | null; limit: number },
): Promise<JointProject[]> {
  const { id = null, allianceId = null, before = null, limit } = of;
  const rows = await sql<ProjectRow>`
    select joint_project_id as "jointProjectId", alliance_id as "allianceId", union_id as "unionId", title,
      studio_ids::text[] as "studioIds", started_on::text as "startedOn", state, result_text as "resultText",
      benefit_fen::text as "benefitFen", coalesce(finished_on::text, '') as "finishedOn",
      evidence_sha256 as "evidenceSha256", version
    from joint_project
    where (${id}::uuid is null or joint_project_id = ${id}::uuid)
      and (${allianceId}::uuid is null or alliance_id = ${allianceId}::uuid)
      and (${before}::uuid is null or joint_project_id < ${before}::uuid)
    order by joint_project_id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, benefitFen: BigInt(row.benefitFen) }));
}

/** JOINT_PROJECT_UNKNOWN for one out of reach. */
export async function readJointProject(sql: Sql, jointProjectId: string): Promise<JointProject> {
  const [row] = await findJointProjects(sql, { id: jointProjectId, limit: 1 });
  if (!row) throw notFound('JOINT_PROJECT_UNKNOWN', { jointProjectId });
  return row;
}
