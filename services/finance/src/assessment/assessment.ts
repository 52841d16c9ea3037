// A year's assessment as it is kept and as the API shows it.
import type {
  Assessment,
  AssessmentItem,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

interface Of {
  assessmentId?: string;
  unionId?: string;
  cursor?: string;
  limit: number;
}

/** Without items; the newest first, by when they were submitted. */
export async function readAssessments(
  sql: Sql,
  { assessmentId = '', unionId = '', cursor = '', limit }: Of,
): Promise<Assessment[]> {
  const rows = await sql<Omit<Assessment, 'items'>>`
    select a.id as "assessmentId", a.union_id as "unionId", coalesce(u.name, '') as "unionName",
      a.fiscal_year as "fiscalYear", a.checklist_id as "checklistId", k.title as "checklistTitle",
      case when a.reviewed_at is null then 'SUBMITTED' else 'REVIEWED' end as state,
      (select sum(max_points)::int from checklist_item as i where i.checklist_id = k.id) as "maxPoints",
      (select sum(claimed_points)::int from assessment_claim as c
        where c.assessment_id = a.id) as "claimedPoints",
      coalesce((select sum(given_points)::int from assessment_score as s
        where s.assessment_id = a.id), 0) as "givenPoints",
      a.submitted_by as "submittedBy",
      to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "submittedAt",
      coalesce(a.reviewed_by, '') as "reviewedBy",
      coalesce(to_char(a.reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '')
        as "reviewedAt", a.version
    from audit_assessment as a join audit_checklist as k on k.id = a.checklist_id
    left join known_union as u on u.union_id = a.union_id
    where (${assessmentId} = '' or a.id = nullif(${assessmentId}, '')::uuid)
      and (${unionId} = '' or a.union_id = nullif(${unionId}, '')::uuid)
      and (${cursor} = '' or a.id < nullif(${cursor}, '')::uuid)
    order by a.id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, items: [] }));
}

/** ASSESSMENT_UNKNOWN for one out of reach. */
export async function readAssessment(sql: Sql, assessmentId: string): Promise<Assessment> {
  const [found] = await readAssessments(sql, { assessmentId, limit: 1 });
  if (!found) throw notFound('ASSESSMENT_UNKNOWN', { assessmentId });
  const items = await sql<AssessmentItem>`
    select i.item_no as "itemNo", i.title, i.max_points as "maxPoints",
      coalesce(c.claimed_points, 0) as "claimedPoints", coalesce(c.note, '') as note,
      coalesce((select json_agg(json_build_object('recordKind', e.record_kind,
          'recordId', coalesce(e.record_id::text, ''), 'documentSha256', e.document_sha256) order by e.n)
        from claim_evidence as e
        where e.assessment_id = c.assessment_id and e.item_no = c.item_no), '[]') as evidence,
      coalesce(s.given_points, 0) as "givenPoints", coalesce(s.reason, '') as reason
    from checklist_item as i
    left join assessment_claim as c on c.assessment_id = ${assessmentId} and c.item_no = i.item_no
    left join assessment_score as s on s.assessment_id = c.assessment_id and s.item_no = c.item_no
    where i.checklist_id = ${found.checklistId} order by i.item_no`;
  return { ...found, items };
}
