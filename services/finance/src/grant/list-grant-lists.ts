import type { GrantListPage } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findLists, listView } from './grant-list.ts';

export const listGrantLists = query({
  schema: z.strictObject({ cursor: optionalId, limit: limit(100) }),
  permission: 'finance.grant.read',
  async run({ sql }, ask): Promise<GrantListPage> {
    const rows = await findLists(sql, { before: ask.cursor || null, limit: ask.limit });
    return {
      items: rows.map((row) => listView(row, [])),
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.listId ?? '') : '',
    };
  },
});
