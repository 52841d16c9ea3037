// Memberships and first spells of people who join by batch, many in one statement.
import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { KnownMember } from '../member/person-rows.ts';
import type { Sql } from '../pipeline.ts';

export interface Joiner {
  memberId: string;
  codes: MemberCodes;
  /** Set for who was known here before. */
  past?: KnownMember;
}
export type Admitted = Joiner & { memberNo: string; codesId: number };

interface Joining {
  unionId: string;
  joinedOn: CalendarDate;
}

/** People never seen here before. */
export async function admitNew(
  sql: Sql,
  { unionId, joinedOn }: Joining,
  admitted: readonly Admitted[],
): Promise<void> {
  if (admitted.length === 0) return;
  const memberIds = admitted.map((one) => one.memberId);
  const codes = admitted.map((one) => one.codesId);
  await sql`
    insert into membership
      (member_id, member_no, union_id, state, channel, applied_on, joined_on, codes_id, version)
    select id, no, ${unionId}, 'ACTIVE', 'BATCH', ${joinedOn}::date, ${joinedOn}::date, codes, 1
    from unnest(${memberIds}::uuid[], ${admitted.map((one) => one.memberNo)}::text[],
      ${codes}::int[]) as n(id, no, codes)`;
  await sql`
    insert into spell (member_id, no, union_id, codes_id, started_on, start_kind)
    select id, 1, ${unionId}, codes, ${joinedOn}::date, 'recruited'
    from unnest(${memberIds}::uuid[], ${codes}::int[]) as n(id, codes)`;
}

/** People who had left, or had been rejected: the number, once given, is kept. */
export async function admitAgain(
  sql: Sql,
  { unionId, joinedOn }: Joining,
  admitted: readonly Admitted[],
): Promise<void> {
  if (admitted.length === 0) return;
  const memberIds = admitted.map((one) => one.memberId);
  const codes = admitted.map((one) => one.codesId);
  await sql`
    update membership m set member_no = n.no, union_id = ${unionId}, state = 'ACTIVE',
      channel = 'BATCH', applied_on = ${joinedOn}::date, joined_on = ${joinedOn}::date,
      codes_id = n.codes, decision_doc_no = null, version = m.version + 1
    from unnest(${memberIds}::uuid[], ${admitted.map((one) => one.memberNo)}::text[],
      ${codes}::int[]) as n(id, no, codes)
    where m.member_id = n.id`;
  await sql`
    insert into spell (member_id, no, union_id, codes_id, started_on, start_kind)
    select id, no, ${unionId}, codes, ${joinedOn}::date, 'recruited'
    from unnest(${memberIds}::uuid[], ${admitted.map((one) => (one.past?.lastNo ?? 0) + 1)}::int[],
      ${codes}::int[]) as n(id, no, codes)`;
}
