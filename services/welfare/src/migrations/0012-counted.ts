import type { Migration } from '@gonglian/service/migrate.ts';

/**
 * Of each area the view that says what its facts have told, made by the area's own migration:
 *   create view counted_<area> with (security_invoker = true) as select union_id, happened_on, movement, kind, level,
 *     source, heads, fen …
 * one row for each thing that happened; `heads` how many, `fen` how much money, '' and 0 where there is none.
 */
const AREAS: readonly string[] = [
  'campaigns',
  'mutual_aid',
  'hardship',
  'relief',
  'work_order',
  'rights',
  'recuperation',
  'job_fairs',
  'venues',
];

const none = `select null::uuid as union_id, null::date as happened_on, '' as movement, '' as kind, '' as level,
  '' as source, 0::bigint as heads, 0::bigint as fen where false`;

/** counted: what happened, as the facts have told it, from the records of all areas. */
export const counted: Migration = {
  name: '0012-counted',
  sql: `
create view counted with (security_invoker = true) as
${[none, ...AREAS.map((area) => `select * from counted_${area}`)].join('\nunion all\n')};
`,
};
