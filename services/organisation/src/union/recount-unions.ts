import { UnionRecountRow } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const ROWS_MAX = 5_000;
const RecountUnions = z.strictObject({ cursor: optionalId, limit: limit(ROWS_MAX, ROWS_MAX) });

/**
 * Every union there is or was, with what makes its cells: what this service's facts must have added
 * up to.
 */
export const recountUnions = query({
  schema: RecountUnions,
  permission: 'organisation.recount.read',
  async run(tx, ask) {
    const rows = await tx.sql<UnionRecountRow>`
      select r.id as "unionId", level, kind, unit_type as "unitType", industry,
        established_on::text as "establishedOn", dissolved_on::text as "dissolvedOn",
        coalesce(e.held, '{}') as "electionsHeldOn"
      from union_record as r
      left join lateral (
        select array_agg(held_on::text order by held_on) as held from election
        where union_id = r.id and state = 'TERM_STARTED') as e on true
      where ${ask.cursor} = '' or r.id > nullif(${ask.cursor}, '')::uuid
      order by r.id limit ${ask.limit + 1}`;
    const page = rows.slice(0, ask.limit);
    return {
      rows: page.map((row) => UnionRecountRow.fromPartial(row)),
      nextCursor: rows.length > page.length ? (page.at(-1)?.unionId ?? '') : '',
    };
  },
});
