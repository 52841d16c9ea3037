import type { MemberCount } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { sourceOf } from '@gonglian/contracts/envelope.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const CountMembers = z.strictObject({ unionId: id });

/**
 * How many members one union has now. A union that is not known yet has none, up to the position:
 * the caller compares that with its own facts. One statement, so that counts and position belong
 * together.
 */
export const countMembers = query({
  schema: CountMembers,
  permission: 'membership.member-count.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, node }, { unionId }): Promise<MemberCount> {
    const [counted] = await sql<Record<'active' | 'retained' | 'pending' | 'position', string>>`
      select count(*) filter (where state = 'ACTIVE') as active,
        count(*) filter (where state = 'RETAINED') as retained,
        count(*) filter (where state = 'APPLIED') as pending,
        coalesce((select position from inbox where consumer = 'membership'
          and source = ${sourceOf(node, 'organisation')}), 0) as position
      from membership where union_id = ${unionId}`;
    return {
      active: Number(counted?.active),
      retained: Number(counted?.retained),
      pending: Number(counted?.pending),
      organisationPosition: BigInt(counted?.position ?? 0),
    };
  },
});
