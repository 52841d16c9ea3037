import type { JoinLink } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { openJoinLinkToken } from './join-link.ts';

const OpenJoinLink = z.strictObject({ token: z.string() });

/** What the page behind a poster shows before it asks anything: whose link it is. */
export const openJoinLink = query({
  schema: OpenJoinLink,
  permission: 'membership.join-link.read',
  async run({ sql, own, node, now }, { token }): Promise<JoinLink> {
    const claim = openJoinLinkToken(own.linkSecret, node, token, chinaDate(now));
    const [union] = await sql<{ name: string; status: string }>`
      select name, status from union_state where union_id = ${claim.unionId}`;
    if (union === undefined) throw refused('JOIN_LINK_INVALID');
    if (union.status !== 'ACTIVE') throw refused('JOIN_LINK_EXPIRED');
    return { token, unionName: union.name, ...claim };
  },
});
