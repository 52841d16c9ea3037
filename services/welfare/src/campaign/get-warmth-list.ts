import type { WarmthList } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeWarmthList } from './warmth-list.ts';

export const getWarmthList = query({
  schema: z.strictObject({ listId: id }),
  permission: 'welfare.warmth.read',
  run: ({ sql, own }, { listId }): Promise<WarmthList> =>
    readWholeWarmthList(sql, own.vault, listId),
});
