// Files of the tax bureau, the newest first.
import type { CollectionList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { collectionViews, findCollections } from './collection.ts';

export const listCollections = query({
  schema: z.strictObject({ cursor: cursor.pipe(optionalId), limit: limit(100) }),
  permission: 'finance.collection.read',
  async run({ sql }, ask): Promise<CollectionList> {
    const rows = await findCollections(sql, { before: ask.cursor || null, limit: ask.limit });
    const nextCursor = rows.length === ask.limit ? (rows.at(-1)?.id ?? '') : '';
    return { items: await collectionViews(sql, rows), nextCursor };
  },
});
