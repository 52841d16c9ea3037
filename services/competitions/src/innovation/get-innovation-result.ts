import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readResult } from './innovation-result.ts';

export const getInnovationResult = query({
  schema: z.strictObject({ resultId: id }),
  permission: 'competitions.innovation.read',
  run: ({ sql, own }, { resultId }): Promise<InnovationResult> =>
    readResult(sql, own.vault, resultId),
});
