import type { AccessLog } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { listAccess } from '@gonglian/service/access-log.ts';
import { cursor, id, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { withScopeNames } from './scope-names.ts';
import { query } from '../pipeline.ts';

const ListMemberAccess = z.strictObject({
  memberId: id,
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
});

/** Who saw which fields of a member in reach, the newest first. */
export const listMemberAccess = query({
  schema: ListMemberAccess,
  permission: 'membership.access-log.read',
  async run(tx, { memberId, ...page }): Promise<AccessLog> {
    const [known] = await tx.sql`select from membership where member_id = ${memberId}`;
    if (known === undefined) throw notFound('MEMBER_UNKNOWN', { memberId });
    const of = { entity: 'member' as const, entityId: memberId, ...page };
    return withScopeNames(tx.sql, await listAccess(tx, of));
  },
});
