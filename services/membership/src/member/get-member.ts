import type { Member } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findMemberRows, memberViews } from './member-row.ts';
import { listSpells } from './spells.ts';

const GetMember = z.strictObject({ memberId: id });

/** One member, masked, with every stretch of active membership, oldest first. */
export const getMember = query({
  schema: GetMember,
  permission: 'membership.member.read',
  async run(tx, { memberId }): Promise<Member> {
    const [member] = await memberViews(tx, await findMemberRows(tx.sql, [memberId]));
    if (member === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    return { ...member, spells: await listSpells(tx.sql, memberId) };
  },
});
