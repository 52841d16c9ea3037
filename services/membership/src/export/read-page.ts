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

const NEEDS: Record<'name' | 'idNumber' | 'phone' | 'union' | 'codes', readonly ExportField[]> = {
  name: ['name', 'whole_name'],
  idNumber: ['id_number', 'whole_id_number'],
  phone: ['phone', 'whole_phone'],
  union: ['union'],
  codes: ['codes'],
};

/** The members after one. Both tables are read in the order of their keys, each from where the page begins. */
export async function readPage(sql: Sql, found: MemberExport, after: string): Promise<ReadPage> {
  const needs = (of: keyof typeof NEEDS) => NEEDS[of].some((one) => found.fields.includes(one));
  const union = found.allBelow ? null : found.unionId;
  const state = found.memberState || null;
  const [page] = await sql<
    Omit<ReadPage, 'unionNames' | 'codes'> & { unions: string[]; codes: number[] }
  >`
    with line as (
      select m.member_id, m.union_id, m.state, m.member_no, m.joined_on, m.codes_id,
        case when ${needs('idNumber')} then p.id_number end as id_number,
        case when ${needs('name')} then p.name end as name,
        case when ${needs('phone')} then p.phone end as phone
      from membership m join person p on p.id = m.member_id
      where m.member_id > ${after}::uuid and m.member_id <= ${found.lastMemberId}::uuid
        and p.id > ${after}::uuid and p.id <= ${found.lastMemberId}::uuid
        and (${union}::uuid is null or m.union_id = ${union}::uuid)
        and (${state}::text is null or m.state = ${state}::text)
      order by m.member_id limit ${PAGE_ROWS})
    select count(*)::int as count, (array_agg(member_id order by member_id))[${PAGE_ROWS}] as last,
      array_agg(distinct union_id) as unions, array_agg(distinct codes_id) as codes,
      coalesce(string_agg(concat_ws(E'\\t', member_id, union_id, state, coalesce(member_no, ''),
        coalesce(joined_on::text, ''), codes_id, coalesce(id_number, ''), coalesce(name, ''),
        coalesce(phone, '')), E'\\n' order by member_id), '') as "packedRows"
    from line`;
  if (page === undefined) throw new Error('an aggregate without a row');
  return {
    ...page,
    unionNames: needs('union') ? await readUnionNames(sql, page.unions ?? []) : new Map(),
    codes: needs('codes') ? await readCodes(sql, page.codes ?? []) : new Map(),
  };
}

async function readUnionNames(sql: Sql, unionIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ unionId: string; name: string }>`
    select union_id as "unionId", name from union_state where union_id = any(${unionIds}::uuid[])`;
  return new Map(rows.map(({ unionId, name }) => [unionId, name]));
}
