import type { AccessLog } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { listAccess } from '@gonglian/service/access-log.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { ownMemberId } from '../member/own-record.ts';
import { withScopeNames } from './scope-names.ts';
import { query } from '../pipeline.ts';

const ListMyAccess = z.strictObject({ cursor: cursor.pipe(optionalId), limit: limit(200) });

/** Who looked at the record of the member who asks, the newest first (PIPL art. 44). */
export const listMyAccess = query({
  schema: ListMyAccess,
  permission: 'membership.my-access.read',
  async run(tx, page): Promise<AccessLog> {
    const of = { entity: 'member' as const, entityId: ownMemberId(tx.actor), ...page };
    return withScopeNames(tx.sql, await listAccess(tx, of));
  },
});
