import type { GoodsPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findGoods, goodsView } from './goods.ts';

export const listGoods = query({
  schema: z.strictObject({
    unionId: optionalId,
    inStock: z.boolean(),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.goods.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, inStock, cursor, limit: most }): Promise<GoodsPage> {
    const of = { unionId: unionId || null, inStock, before: cursor || null, limit: most };
    const rows = await findGoods(sql, of);
    return {
      items: rows.map(goodsView),
      nextCursor: rows.length === most ? (rows.at(-1)?.batchId ?? '') : '',
    };
  },
});
