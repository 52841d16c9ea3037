import type {
  Member,
  MembershipSpell,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readCodes } from './codes.ts';
import { memberView, type MemberRow } from './member-row.ts';

const GetMember = z.strictObject({ memberId: id });
const SPELLS_MAX = 500;

/** One member, masked, with every stretch of active membership, oldest first. */
export const getMember = query({
  schema: GetMember,
  permission: 'membership.member.read',
  async run({ sql, own }, { memberId }): Promise<Member> {
    const [row] = await sql<MemberRow>`
      select m.member_id as "memberId", m.union_id as "unionId", u.name as "unionName", m.state,
        m.member_no as "memberNo", m.joined_on::text as "joinedOn", m.channel,
        m.codes_id as "codesId", m.version, p.id_number as "idNumber", p.name, p.phone
      from membership m join person p on p.id = m.member_id
      left join union_state u on u.union_id = m.union_id
      where m.member_id = ${memberId}`;
    if (row === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    const spells = await sql<MembershipSpell>`
      select s.union_id as "unionId", coalesce(u.name, '') as "unionName",
        s.started_on::text as "startedOn", s.start_kind as "startKind",
        coalesce(s.ended_on::text, '') as "endedOn", coalesce(s.end_kind, '') as "endKind"
      from spell s left join union_state u on u.union_id = s.union_id
      where s.member_id = ${memberId} order by s.no limit ${SPELLS_MAX}`;
    return { ...memberView(own.vault, row, await readCodes(sql, [row.codesId])), spells };
  },
});
