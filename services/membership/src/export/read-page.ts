// Reads a page of an export: what of its members the asked fields need, as row-level security lets the reader see it.
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { readCodes } from '../member/codes.ts';
import type { Sql } from '../pipeline.ts';
import type { ExportField } from './export-rules.ts';
import type { MemberExport } from './member-export.ts';

const PAGE_ROWS = 2_000;

export interface ReadPage {
  count: number;
  /** The member it ends with; null where it is the last page. */
  last: string | null;
  /** As packed-rows.ts takes them apart: the driver would make nine values of each row, for a thread to get anew. */
  packedRows: string;
  unionNames: ReadonlyMap<string, string>;
  codes: ReadonlyMap<number, MemberCodes>;
}

const NEEDS: Record<'person' | 'union' | 'codes', readonly ExportField[]> = {
  person: ['name', 'whole_name', 'id_number', 'whole_id_number', 'phone', 'whole_phone'],
  union: ['union'],
  codes: ['codes'],
};

/**
 * The members after one. Each person is looked up by itself (`offset 0`): planned as a join, the table's policy is asked of
 * persons who are on no page of the reader's.
 */
export async function readPage(sql: Sql, found: MemberExport, after: string): Promise<ReadPage> {
  const needs = (of: keyof typeof NEEDS) => NEEDS[of].some((one) => found.fields.includes(one));
  const union = found.allBelow ? null : found.unionId;
  const state = found.memberState || null;
  const [page] = await sql<
    Omit<ReadPage, 'unionNames' | 'codes'> & { unions: string[]; codes: number[] }
  >`
    with page as materialized (
      select member_id, union_id, state, member_no, joined_on, codes_id from membership
      where member_id > ${after}::uuid and member_id <= ${found.lastMemberId}::uuid
        and (${union}::uuid is null or union_id = ${union}::uuid)
        and (${state}::text is null or state = ${state}::text)
      order by member_id limit ${PAGE_ROWS}),
    line as (
      select page.*, p.* from page cross join lateral (
        select case when ${needs('person')} then sealed end as sealed
        from person where id = page.member_id offset 0) as p)
    select count(*)::int as count,
      (select member_id from page order by member_id offset ${PAGE_ROWS - 1}) as last,
      array_agg(distinct union_id) as unions, array_agg(distinct codes_id) as codes,
      coalesce(string_agg(concat_ws(E'\\t', member_id, union_id, state, coalesce(member_no, ''),
        coalesce(joined_on::text, ''), codes_id, coalesce(sealed, '')),
        E'\\n' order by member_id), '') as "packedRows"
    from line`;
  if (page === undefined) throw new Error('an aggregate without a row');
  const { unions, codes, ...members } = page;
  return {
    ...members,
    unionNames: needs('union') ? await readUnionNames(sql, unions ?? []) : new Map(),
    codes: needs('codes') ? await readCodes(sql, codes ?? []) : new Map(),
  };
}

async function readUnionNames(sql: Sql, unionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ unionId: string; name: string }>`
    select union_id as "unionId", name from union_state where union_id = any(${unionIds}::uuid[])`;
  return new Map(rows.map(({ unionId, name }) => [unionId, name]));
}
