import type { MutualAidBatchPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { batchView, findBatches } from './enrolment.ts';

export const listMutualAidBatches = query({
  schema: z.strictObject({
    planId: optionalId,
    unionId: optionalId,
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.mutual-aid.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<MutualAidBatchPage> {
    const { planId, unionId, cursor, limit: most } = ask;
    const of = { planId: planId || null, unionId: unionId || null, before: cursor || null };
    const rows = await findBatches(sql, { ...of, limit: most });
    return {
      items: rows.map((row) => batchView(row, chinaDate(now))),
      nextCursor: rows.length === most ? (rows.at(-1)?.batchId ?? '') : '',
    };
  },
});
