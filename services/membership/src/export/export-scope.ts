// Which members an export holds: as row-level security lets its reader see them, narrowed by what was asked.
import type { Sql } from '../pipeline.ts';
import type { MemberExport } from './member-export.ts';

export type ExportScope = Pick<
  MemberExport,
  'unionId' | 'allBelow' | 'memberState' | 'lastMemberId'
>;

/** How many there are, and the last of them: who joins later is not of this export. */
export async function countScope(
  sql: Sql,
  { unionId, allBelow, memberState, lastMemberId }: ExportScope,
): Promise<{ rows: number; lastMemberId: string | null }> {
  const union = allBelow ? null : unionId;
  const state = memberState || null;
  const [counted] = await sql<{ rows: number; lastMemberId: string | null }>`
    select count(*)::int as rows, (array_agg(member_id order by member_id desc))[1] as "lastMemberId"
    from membership
    where (${union}::uuid is null or union_id = ${union}::uuid)
      and (${state}::text is null or state = ${state}::text)
      and (${lastMemberId}::uuid is null or member_id <= ${lastMemberId}::uuid)`;
  return counted ?? { rows: 0, lastMemberId: null };
}
