import type { SafetyCupEntryList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findEntries } from './safety-cup.ts';

export const listSafetyCupEntries = query({
  schema: z.strictObject({
    unionId: optionalId,
    year: z.int().min(0, 'negative').max(2100, 'too_large'),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.safety-cup.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<SafetyCupEntryList> {
    const items = await findEntries(sql, {
      unionId: ask.unionId || null,
      year: ask.year || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.safetyCupEntryId ?? '' };
  },
});
