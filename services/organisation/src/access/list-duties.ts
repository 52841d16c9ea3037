import type { Duty } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const ListDuties = z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(200) });

/** Who holds or held which duty, of one union or of the node, the newest first. */
export const listDuties = query({
  schema: ListDuties,
  permission: 'organisation.duty.read',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask) {
    const rows = await tx.sql<Duty>`
      select d.id as "dutyId", d.account_id as "accountId", d.duty,
        d.scope_union_id as "scopeUnionId", u.name as "scopeUnionName",
        coalesce(d.member_id::text, '') as "memberId", d.granted_on::text as "grantedOn",
        coalesce(d.ended_on::text, '') as "endedOn", d.version
      from duty as d join union_record as u on u.id = d.scope_union_id
      where (${ask.unionId} = '' or d.scope_union_id = nullif(${ask.unionId}, '')::uuid)
        and (${ask.cursor} = '' or d.id < nullif(${ask.cursor}, '')::uuid)
      order by d.id desc limit ${ask.limit + 1}`;
    const items = rows.slice(0, ask.limit);
    return { items, nextCursor: rows.length > items.length ? (items.at(-1)?.dutyId ?? '') : '' };
  },
});
