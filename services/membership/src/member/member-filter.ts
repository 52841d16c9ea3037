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
const UNIONS_LOOKED_INTO = 1_000;

/** The unions a page of members is of, by name: an index serves them, as it cannot serve the policy of a table. */
export interface AskedUnions {
  /** null for every union of the node. */
  unions: string[] | null;
  /** No member of them has a lesser id. Unions join by the batch, so theirs lie together. */
  from: string;
}

export async function askedUnions(
  { sql, reach }: Pick<Tx<Own>, 'sql' | 'reach'>,
  unionId: string,
): Promise<AskedUnions> {
  if (unionId === '' && reach === 'all') return { unions: null, from: FIRST_ID };
  const [asked] = await sql<{ unions: string[]; from: string | null }>`
    with asked (unions) as (
      select case when ${unionId}::text = '' then scope_unions()
        else array[nullif(${unionId}::text, '')::uuid] end)
    select unions, case when cardinality(unions) <= ${UNIONS_LOOKED_INTO} then (
      select (select member_id from membership where union_id = u.id order by member_id limit 1)
      from unnest(unions) as u(id) order by 1 limit 1) end as from
    from asked`;
  return { unions: asked?.unions ?? [], from: asked?.from ?? FIRST_ID };
}
