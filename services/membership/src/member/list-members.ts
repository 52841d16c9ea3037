// Masked members of one union or of all in reach: a page costs the same wherever it begins. In the order of their ids;
// those who applied in the order of their waiting, since whoever waits longest is answered first.
import type { MemberList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { cursor, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { query, type Own } from '../pipeline.ts';
import { askedUnions, stateFilter } from './member-filter.ts';
import { findMemberRows, memberViews } from './member-row.ts';

const BETWEEN = '~';

const ListMembers = z.strictObject({
  unionId: optionalId,
  state: stateFilter,
  memberNo: optionalText(19),
  cursor: cursor.refine((text) => text === '' || isId(readPlace(text).memberId), 'not_a_cursor'),
  limit: limit(200),
});
type ListMembers = z.output<typeof ListMembers>;

/** Where a page ended. It holds also when whoever stood there was decided on meanwhile. */
interface Place {
  /** Of those who applied; empty in any other list. */
  appliedOn: string;
  memberId: string;
}

export const listMembers = query({
  schema: ListMembers,
  permission: 'membership.member.read',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<MemberList> {
    const page = ask.state === 'APPLIED' ? await findWaiting(tx, ask) : await findPage(tx, ask);
    const found = await findMemberRows(
      tx.sql,
      page.map(({ memberId }) => memberId),
    );
    const rows = new Map(found.map((row) => [row.memberId, row]));
    const inOrder = page.flatMap(({ memberId }) => rows.get(memberId) ?? []);
    const last = page.length === ask.limit ? page.at(-1) : undefined;
    return { items: await memberViews(tx, inOrder), nextCursor: last ? writePlace(last) : '' };
  },
});

async function findPage(tx: Reading<Own>, ask: ListMembers): Promise<Place[]> {
  const state = ask.state || null;
  const memberNo = ask.memberNo || null;
  const after = ask.cursor || null;
  if (ask.cursor.includes(BETWEEN)) throw invalid('CURSOR_INVALID');
  const { unions, from } = await askedUnions(tx, ask.unionId);
  // A filter that is null folds away when the statement is planned, so each combination gets its
  // own plan.
  return tx.sql<Place>`
    select member_id as "memberId", '' as "appliedOn" from membership
    where member_id >= ${from}::uuid
      and (${after}::uuid is null or member_id > ${after}::uuid)
      and (${unions}::uuid[] is null or union_id = any(${unions}::uuid[]))
      and (${state}::text is null or state = ${state}::text)
      and (${memberNo}::text is null or member_no = ${memberNo}::text)
    order by member_id limit ${ask.limit}`;
}

/** Nobody who only applied has a member number. */
async function findWaiting(tx: Reading<Own>, ask: ListMembers): Promise<Place[]> {
  if (ask.memberNo !== '') return [];
  const { appliedOn, memberId } = readPlace(ask.cursor);
  if (ask.cursor !== '' && !isCalendarDate(appliedOn)) throw invalid('CURSOR_INVALID');
  const { unions } = await askedUnions(tx, ask.unionId);
  const after = appliedOn || null;
  return tx.sql<Place>`
    select member_id as "memberId", applied_on::text as "appliedOn" from membership
    where state = 'APPLIED'
      and (${after}::date is null or (applied_on, member_id) > (${after}::date, ${memberId || null}::uuid))
      and (${unions}::uuid[] is null or union_id = any(${unions}::uuid[]))
    order by applied_on, member_id limit ${ask.limit}`;
}

function writePlace({ appliedOn, memberId }: Place): string {
  return appliedOn === '' ? memberId : `${appliedOn}${BETWEEN}${memberId}`;
}

function readPlace(cursorText: string): Place {
  const [memberId = '', appliedOn = ''] = cursorText.split(BETWEEN, 2).toReversed();
  return { appliedOn, memberId };
}
