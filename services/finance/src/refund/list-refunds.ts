// Lists of small payers, the newest first.
import type { RefundList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findRefunds, refundView } from './refund.ts';

export const listRefunds = query({
  schema: z.strictObject({ cursor: cursor.pipe(optionalId), limit: limit(100) }),
  permission: 'finance.refund.read',
  async run({ sql }, ask): Promise<RefundList> {
    const rows = await findRefunds(sql, { before: ask.cursor || null, limit: ask.limit });
    const nextCursor = rows.length === ask.limit ? (rows.at(-1)?.refundId ?? '') : '';
    return { items: rows.map(refundView), nextCursor };
  },
});
