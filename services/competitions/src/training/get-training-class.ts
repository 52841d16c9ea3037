import type { TrainingClass } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeClass } from './training-whole.ts';

export const getTrainingClass = query({
  schema: z.strictObject({ trainingClassId: id }),
  permission: 'competitions.training.read',
  run: ({ sql, own }, { trainingClassId }): Promise<TrainingClass> =>
    readWholeClass(sql, own.vault, trainingClassId),
});
