import type { SupportList } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findSupports, SUPPORT_KINDS, SUPPORT_STATES, supportView } from './support.ts';

/** Those of a union, whether it serves or is served. */
export const listSupports = query({
  schema: z.strictObject({
    unionId: optionalId,
    supportKind: code(['', ...SUPPORT_KINDS]),
    state: code(['', ...SUPPORT_STATES]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.support.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<SupportList> {
    const rows = await findSupports(sql, {
      unionId: ask.unionId || null,
      kind: ask.supportKind || null,
      state: ask.state || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return { items: rows.map(supportView), nextCursor: last?.supportId ?? '' };
  },
});
