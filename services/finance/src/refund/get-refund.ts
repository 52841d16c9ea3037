import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { viewNow } from './refund.ts';

export const getRefund = query({
  schema: z.strictObject({ refundId: id }),
  permission: 'finance.refund.read',
  run: ({ sql }, { refundId }): Promise<Refund> => viewNow(sql, refundId),
});
