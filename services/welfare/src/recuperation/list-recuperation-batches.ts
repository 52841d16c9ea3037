import type { RecuperationBatchList } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { batchView, findBatches } from './batch.ts';
import { BATCH_STATES } from './batch-steps.ts';

export const listRecuperationBatches = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', ...BATCH_STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.recuperation.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<RecuperationBatchList> {
    const rows = await findBatches(sql, {
      unionId: ask.unionId || null,
      state: ask.state || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return { items: rows.map(batchView), nextCursor: last?.batchId ?? '' };
  },
});
