import type { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { viewNow } from './collection.ts';

export const getCollection = query({
  schema: z.strictObject({ collectionId: id }),
  permission: 'finance.collection.read',
  run: ({ sql }, { collectionId }): Promise<Collection> => viewNow(sql, collectionId),
});
