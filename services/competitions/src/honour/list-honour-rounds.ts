import type { HonourRoundPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findRounds } from './round.ts';

export const listHonourRounds = query({
  schema: z.strictObject({
    roundYear: z.int().min(0, 'negative'),
    cursor: optionalId,
    limit: limit(100),
  }),
  permission: 'competitions.honour-round.read',
  async run({ sql }, { cursor, ...ask }): Promise<HonourRoundPage> {
    const items = await findRounds(sql, { ...ask, before: cursor || null });
    return { items, nextCursor: items.length === ask.limit ? (items.at(-1)?.roundId ?? '') : '' };
  },
});
