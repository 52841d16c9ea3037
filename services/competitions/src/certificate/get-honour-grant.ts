import type { HonourGrant } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { grantView, readGrant } from './grant.ts';

/** One honour that was granted: whose it is, by which document, and whether it was revoked. */
export const getHonourGrant = query({
  schema: z.strictObject({ grantId: id }),
  permission: 'competitions.honour-roll.read',
  run: async (tx, { grantId }): Promise<HonourGrant> =>
    grantView(tx, await readGrant(tx.sql, grantId)),
});
