import type { Receipt } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { viewReceipt } from './receipt.ts';

export const getReceipt = query({
  schema: z.strictObject({ receiptId: id }),
  permission: 'finance.receipt.read',
  run: ({ sql }, { receiptId }): Promise<Receipt> => viewReceipt(sql, receiptId),
});
