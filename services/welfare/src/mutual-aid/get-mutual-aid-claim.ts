import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeClaim } from './claim.ts';

export const getMutualAidClaim = query({
  schema: z.strictObject({ claimId: id }),
  permission: 'welfare.mutual-aid-claim.read',
  run: ({ sql, own }, { claimId }): Promise<MutualAidClaim> =>
    readWholeClaim(sql, own.vault, claimId),
});
