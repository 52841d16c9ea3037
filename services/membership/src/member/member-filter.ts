// What lists and searches of members may be narrowed by.
import type { Tx } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import type { Own } from '../pipeline.ts';

const STATES = [
  'APPLIED',
  'ACTIVE',
  'RETAINED',
  'LEFT',
  'DEEMED_LEFT',
  'EXPELLED',
  'DECEASED',
  'REJECTED',
];

/** One state that a record may be in; empty for every state. */
export const stateFilter = z
  .string()
  .refine((state) => state === '' || STATES.includes(state), 'unknown_code');

/** Comes before every member's. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Of more than these no page names every one. */
const UNIONS_NAMED_MAX = 1_000;

/** The unions a page of members is of, by name: an index serves them, as it cannot serve the policy of a table. */
export interface AskedUnions {
  /** null for every union in reach: the policy of the table says which, where there are too many to name. */
  unions: string[] | null;
  /** No member of them has a lesser id. Unions join by the batch, so theirs lie together. */
  from: string;
}

export async function askedUnions(
  { sql, reach }: Pick<Tx<Own>, 'sql' | 'reach'>,
  unionId: string,
): Promise<AskedUnions> {
  if (unionId === '' && reach === 'all') return { unions: null, from: FIRST_ID };
  const [asked] = await sql<{ unions: string[] | null; from: string | null }>`
    with asked (unions) as (
      select case when ${unionId}::text <> '' then array[nullif(${unionId}::text, '')::uuid]
        else array(
          select scope_root() where scope_root() is not null
          union all select union_id from scope_below where above_id = scope_root()
          limit ${UNIONS_NAMED_MAX + 1}) end)
    select unions, case when unions is not null then (
      select (select member_id from membership where union_id = u.id order by member_id limit 1)
      from unnest(unions) as u(id) order by 1 limit 1) end as from
    from (select case when cardinality(unions) <= ${UNIONS_NAMED_MAX} then unions end as unions
      from asked) as named`;
  return { unions: asked?.unions ?? null, from: asked?.from ?? FIRST_ID };
}
