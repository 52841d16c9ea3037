import type { WorkList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findWorks, WORK_KINDS } from './work.ts';

export const listWorks = query({
  schema: z.strictObject({
    unionId: optionalId,
    workKind: code(['', ...WORK_KINDS]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.work.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<WorkList> {
    const items = await findWorks(sql, own.vault, {
      unionId: ask.unionId || null,
      kind: ask.workKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.workId ?? '' };
  },
});
