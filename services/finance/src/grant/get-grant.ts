import type { Grant } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { viewNow } from './grant.ts';

export const getGrant = query({
  schema: z.strictObject({ grantId: id }),
  permission: 'finance.grant.read',
  run: ({ sql, now }, { grantId }): Promise<Grant> => viewNow(sql, grantId, chinaDate(now)),
});
