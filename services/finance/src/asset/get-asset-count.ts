import type { AssetCount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { countNow } from './asset-count.ts';

export const getAssetCount = query({
  schema: z.strictObject({ countId: id }),
  permission: 'finance.asset.read',
  run: ({ sql }, { countId }): Promise<AssetCount> => countNow(sql, countId),
});
