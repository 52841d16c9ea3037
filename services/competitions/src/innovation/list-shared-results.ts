import type { SharedResultList } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { RESULT_KINDS } from './innovation-result.ts';
import { findShared } from './shared-result.ts';

export const listSharedResults = query({
  schema: z.strictObject({
    resultKind: code(['', ...RESULT_KINDS]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.shared-result.read',
  wholeNode: 'what is shared is shared with all of the node',
  async run({ sql }, ask): Promise<SharedResultList> {
    const items = await findShared(sql, {
      kind: ask.resultKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.resultId ?? '' };
  },
});
