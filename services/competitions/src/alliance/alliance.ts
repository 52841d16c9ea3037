// Studios of several unions and levels that work together: an alliance counts its members, and no studio twice.
import type { StudioAlliance } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

const MEMBERS_MAX = 1_000;

/** The newest first, each with those who are in it now. */
export async function findAlliances(
  sql: Sql,
  of: { id?: string; before?: string | null; limit: number },
): Promise<StudioAlliance[]> {
  const { id = null, before = null, limit } = of;
  const rows = await sql<Omit<StudioAlliance, 'members'>>`
    select a.id as "allianceId", a.union_id as "unionId", u.name as "unionName",
      a.name as "allianceName", a.founded_on::text as "foundedOn", a.document_no as "documentNo",
      (select count(*)::int from alliance_membership as m
        where m.alliance_id = a.id and m.left_on is null) as "memberCount"
    from studio_alliance as a join known_union as u using (union_id)
    where (${id}::uuid is null or a.id = ${id}::uuid)
      and (${before}::uuid is null or a.id < ${before}::uuid)
    order by a.id desc limit ${limit}`;
  const members = await sql<{ allianceId: string } & StudioAlliance['members'][number]>`
    select m.alliance_id as "allianceId", m.studio_id as "studioId", s.name as "studioName",
      m.joined_on::text as "joinedOn"
    from alliance_membership as m join studio as s on s.id = m.studio_id
    where m.left_on is null and m.alliance_id = any(${rows.map((one) => one.allianceId)}::uuid[])
    order by m.joined_on, m.studio_id limit ${MEMBERS_MAX}`;
  const byAlliance = Map.groupBy(members, ({ allianceId }) => allianceId);
  return rows.map((row) => ({
    ...row,
    members: (byAlliance.get(row.allianceId) ?? []).map((member) => {
      const { studioId, studioName, joinedOn } = member;
      return { studioId, studioName, joinedOn };
    }),
  }));
}

/** ALLIANCE_UNKNOWN for one out of reach. */
export async function readAlliance(sql: Sql, allianceId: string): Promise<StudioAlliance> {
  const [row] = await findAlliances(sql, { id: allianceId, limit: 1 });
  if (!row) throw notFound('ALLIANCE_UNKNOWN', { allianceId });
  return row;
}
