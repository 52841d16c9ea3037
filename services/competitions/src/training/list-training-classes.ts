import type { TrainingClassList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findClasses, TRAINING_KINDS } from './training-class.ts';

export const listTrainingClasses = query({
  schema: z.strictObject({
    unionId: optionalId,
    trainingKind: z.string().pipe(z.enum(['', ...TRAINING_KINDS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.training.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<TrainingClassList> {
    const items = await findClasses(sql, {
      unionId: ask.unionId || null,
      kind: ask.trainingKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.trainingClassId ?? '' };
  },
});
