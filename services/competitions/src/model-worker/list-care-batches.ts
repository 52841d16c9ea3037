import type { CareBatchPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { batchView, findBatches } from './care-batch.ts';

export const listCareBatches = query({
  schema: z.strictObject({
    unionId: optionalId,
    month: z.string().regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, 'not_a_month'),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.care.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<CareBatchPage> {
    const { unionId, month, cursor, limit: most } = ask;
    const of = { unionId: unionId || null, month, before: cursor || null, limit: most };
    const rows = await findBatches(sql, of);
    return {
      items: rows.map(batchView),
      nextCursor: rows.length === most ? (rows.at(-1)?.batchId ?? '') : '',
    };
  },
});
