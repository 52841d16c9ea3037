// Masked members of one union or of all in reach, in the order of their ids: a page costs the same
// wherever it begins.
import type { MemberList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cursor, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { askedUnions, stateFilter } from './member-filter.ts';
import { findMemberRows, memberViews } from './member-row.ts';

const ListMembers = z.strictObject({
  unionId: optionalId,
  state: stateFilter,
  memberNo: optionalText(19),
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
});

export const listMembers = query({
  schema: ListMembers,
  permission: 'membership.member.read',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<MemberList> {
    const state = ask.state || null;
    const memberNo = ask.memberNo || null;
    const { unions, from } = await askedUnions(tx, ask.unionId);
    // A filter that is null folds away when the statement is planned, so each combination gets its
    // own plan.
    const page = await tx.sql<{ memberId: string }>`
      select member_id as "memberId" from membership
      where member_id >= ${from}::uuid
        and (${ask.cursor || null}::uuid is null or member_id > ${ask.cursor || null}::uuid)
        and (${unions}::uuid[] is null or union_id = any(${unions}::uuid[]))
        and (${state}::text is null or state = ${state}::text)
        and (${memberNo}::text is null or member_no = ${memberNo}::text)
      order by member_id limit ${ask.limit}`;
    const ids = page.map(({ memberId }) => memberId);
    const rows = await findMemberRows(tx.sql, ids);
    return {
      items: await memberViews(tx, rows),
      nextCursor: ids.length === ask.limit ? (ids.at(-1) ?? '') : '',
    };
  },
});
