// Receipts in reach, the newest first.
import type { ReceiptList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { cursor, limit, optionalDate, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { RECEIPT_MODES } from './fields.ts';
import { findReceipts, receiptView } from './receipt.ts';

const ListReceipts = z.strictObject({
  unionId: optionalId,
  mode: z.string().pipe(z.enum(['', ...RECEIPT_MODES], 'unknown_code')),
  payerUscc: optionalText(18),
  slipNo: optionalText(60),
  receivedFrom: optionalDate,
  receivedTo: optionalDate,
  cursor: cursor.pipe(optionalId),
  limit: limit(200),
  year: z.int().min(0, 'too_small').max(2199, 'too_large'),
});

export const listReceipts = query({
  schema: ListReceipts,
  permission: 'finance.receipt.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<ReceiptList> {
    const rows = await findReceipts(sql, {
      unionId: ask.unionId || null,
      mode: ask.mode || null,
      payerUscc: ask.payerUscc || null,
      slipNo: ask.slipNo || null,
      receivedFrom: ask.receivedFrom || null,
      receivedTo: ask.receivedTo || null,
      year: ask.year === 0 ? null : String(ask.year),
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const nextCursor = rows.length === ask.limit ? (rows.at(-1)?.receiptId ?? '') : '';
    return { items: rows.map(receiptView), nextCursor };
  },
});
