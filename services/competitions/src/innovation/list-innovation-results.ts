import type { InnovationResultList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findResults, RESULT_KINDS, RESULT_LEVELS } from './innovation-result.ts';

/** The library: by year, by kind, and by the level at which it has an award; the newest first. */
export const listInnovationResults = query({
  schema: z.strictObject({
    unionId: optionalId,
    resultKind: z.string().pipe(z.enum(['', ...RESULT_KINDS], 'unknown_code')),
    year: z.int().min(0, 'negative').max(2100, 'too_large'),
    level: z.string().pipe(z.enum(['', ...RESULT_LEVELS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.innovation.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<InnovationResultList> {
    const items = await findResults(sql, own.vault, {
      unionId: ask.unionId || null,
      kind: ask.resultKind || null,
      year: ask.year || null,
      honouredAt: ask.level || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.resultId ?? '' };
  },
});
