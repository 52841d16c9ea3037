import type { CompetitionAppeal } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

/** APPEAL_UNKNOWN for one out of reach. */
export async function getAppeal(sql: Sql, appealId: string): Promise<CompetitionAppeal> {
  const [appeal] = await findAppeals(sql, { appealId });
  if (!appeal) throw notFound('APPEAL_UNKNOWN', { appealId });
  return appeal;
}

/** More than any window has seen. */
const APPEALS_MAX = 500;

/** In the order in which they came, as far as the caller reaches. */
export async function findAppeals(
  sql: Sql,
  {
    appealId = null,
    competitionId = null,
  }: { appealId?: string | null; competitionId?: string | null },
): Promise<CompetitionAppeal[]> {
  const rows = await sql<CompetitionAppeal>`
    select appeal_id as "appealId", competition_id as "competitionId", entry_id as "entryId",
      union_id as "unionId", grounds, state, answer, filed_at as "filedAt"
    from competition_appeal
    where (${appealId}::uuid is null or appeal_id = ${appealId}::uuid)
      and (${competitionId}::uuid is null or competition_id = ${competitionId}::uuid)
    order by appeal_id limit ${APPEALS_MAX}`;
  return rows.map((row) => ({ ...row, filedAt: new Date(row.filedAt).toISOString() }));
}
