import type { AssetCountList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { countView, findCounts } from './asset-count.ts';

/** Things are counted once a year or a little more often. */
const COUNTS_MAX = 100;

export const listAssetCounts = query({
  schema: z.strictObject({ unionId: id }),
  permission: 'finance.asset.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId }): Promise<AssetCountList> {
    const rows = await findCounts(sql, { unionId, limit: COUNTS_MAX });
    return { items: rows.map((row) => countView(row, [])) };
  },
});
