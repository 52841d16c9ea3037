import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeBatch } from './batch.ts';

/** A unit sees of it what is its own: its quota and whom it named. */
export const getRecuperationBatch = query({
  schema: z.strictObject({ batchId: id }),
  permission: 'welfare.recuperation.read',
  run: ({ sql, own }, { batchId }): Promise<RecuperationBatch> =>
    readWholeBatch(sql, own.vault, batchId),
});
