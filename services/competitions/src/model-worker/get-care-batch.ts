import type { CareBatch } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeBatch } from './care-batch.ts';

export const getCareBatch = query({
  schema: z.strictObject({ batchId: id }),
  permission: 'competitions.care.read',
  run: ({ sql, own }, { batchId }): Promise<CareBatch> => readWholeBatch(sql, own.vault, batchId),
});
