import type { CheckUpList } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { CHECK_UP_KINDS, findCheckUps } from './check-up.ts';

export const listCheckUps = query({
  schema: z.strictObject({
    unionId: optionalId,
    checkUpKind: z.string().pipe(z.enum(['', ...CHECK_UP_KINDS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.check-up.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<CheckUpList> {
    const items = await findCheckUps(sql, {
      unionId: ask.unionId || null,
      kind: ask.checkUpKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.checkUpId ?? '' };
  },
});
