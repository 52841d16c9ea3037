import type { WarmthListPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findWarmthLists, WARMTH_STATES, warmthView } from './warmth-list.ts';

export const listWarmthLists = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: code(['', ...WARMTH_STATES]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.warmth.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, state, cursor, limit: most }): Promise<WarmthListPage> {
    const of = { unionId: unionId || null, state, before: cursor || null, limit: most };
    const rows = await findWarmthLists(sql, of);
    return {
      items: rows.map((row) => warmthView(row)),
      nextCursor: rows.length === most ? (rows.at(-1)?.listId ?? '') : '',
    };
  },
});
