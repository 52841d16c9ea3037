// Results of the library that their units share: what others apply, and who made them stays at home.
import type { SharedResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

interface SharedRow extends Omit<SharedResult, 'adoptedBenefitFen'> {
  adoptedBenefitFen: string;
}

/** The newest first. */
export async function findShared(
  sql: Sql,
  of: { id?: string; kind?: string | null; before?: string | null; limit: number },
): Promise<SharedResult[]> {
  const { id = null, kind = null, before = null, limit } = of;
  const rows = await sql<SharedRow>`
    select r.id as "resultId", r.union_id as "unionId", u.name as "unionName", r.kind as "resultKind", r.title,
      r.before_text as "beforeText", r.after_text as "afterText", s.shared_on::text as "sharedOn",
      a.adopters, a.fen as "adoptedBenefitFen"
    from result_sharing as s join innovation_result as r on r.id = s.result_id
    join known_union as u on u.union_id = r.union_id,
    lateral (
      select count(*)::int as adopters, coalesce(sum(benefit_fen), 0)::text as fen
      from result_adoption as o where o.result_id = s.result_id) as a
    where (${id}::uuid is null or r.id = ${id}::uuid) and (${kind}::text is null or r.kind = ${kind}::text)
      and (${before}::uuid is null or r.id < ${before}::uuid)
    order by r.id desc limit ${limit}`;
  return rows.map((row) => ({ ...row, adoptedBenefitFen: BigInt(row.adoptedBenefitFen) }));
}

/** RESULT_NOT_SHARED: one that its unit keeps to itself is none of the others'. */
export async function readShared(sql: Sql, resultId: string): Promise<SharedResult> {
  const [row] = await findShared(sql, { id: resultId, limit: 1 });
  if (!row) throw notFound('RESULT_NOT_SHARED', { resultId });
  return row;
}
