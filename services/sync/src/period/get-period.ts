import type { Period } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { year } from '../rollup/period.ts';
import { readPeriod } from './read-period.ts';

export const getPeriod = query({
  schema: z.strictObject({ period: year }),
  // Whoever may read a number may read whether it still moves.
  permission: 'sync.rollup.read',
  run: ({ sql }, ask): Promise<Period> => readPeriod(sql, ask.period),
});
