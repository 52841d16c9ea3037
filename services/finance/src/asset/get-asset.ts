import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { assetView, readAsset } from './asset.ts';

export const getAsset = query({
  schema: z.strictObject({ assetId: id }),
  permission: 'finance.asset.read',
  async run({ sql, own }, { assetId }): Promise<Asset> {
    return assetView(own.vault, await readAsset(sql, assetId));
  },
});
