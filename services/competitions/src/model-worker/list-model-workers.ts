import type { ModelWorkerPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { HONOUR_LEVELS } from '../honour/honour-policy.ts';
import { query } from '../pipeline.ts';
import { LIVELIHOODS } from './care-policy.ts';
import { modelWorkerView, type ModelWorkerRow } from './model-worker.ts';
import { STANDINGS } from '../certificate/standing.ts';

export const listModelWorkers = query({
  schema: z.strictObject({
    unionId: optionalId,
    grade: code(['', ...HONOUR_LEVELS]),
    standing: code(['', ...STANDINGS, 'WITHDRAWN']),
    livelihood: code(['', ...LIVELIHOODS]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.model-worker.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<ModelWorkerPage> {
    const rows = await sql<ModelWorkerRow>`
      select * from model_worker_row
      where (${ask.unionId || null}::uuid is null or "unionId" = ${ask.unionId || null}::uuid)
        and (${ask.grade}::text = '' or grade = ${ask.grade}::text)
        and (${ask.standing}::text = '' or standing = ${ask.standing}::text)
        and (${ask.livelihood}::text = '' or livelihood = ${ask.livelihood}::text)
        and (${ask.cursor || null}::uuid is null or "personId" < ${ask.cursor || null}::uuid)
      order by "personId" desc limit ${ask.limit}`;
    return {
      items: rows.map((row) => modelWorkerView(own.vault, row)),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.personId ?? '') : '',
    };
  },
});
