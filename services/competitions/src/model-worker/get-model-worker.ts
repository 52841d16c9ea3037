import type { ModelWorker } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { modelWorkerView, readModelWorker } from './model-worker.ts';

export const getModelWorker = query({
  schema: z.strictObject({ personId: id }),
  permission: 'competitions.model-worker.read',
  run: async ({ sql, own }, { personId }): Promise<ModelWorker> =>
    modelWorkerView(own.vault, await readModelWorker(sql, personId)),
});
