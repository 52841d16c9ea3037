import type { DesignationList } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { DESIGNATION_KINDS, findDesignations } from './designation.ts';

export const listDesignations = query({
  schema: z.strictObject({
    unionId: optionalId,
    designationKind: code(['', ...DESIGNATION_KINDS]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.designation.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<DesignationList> {
    const items = await findDesignations(sql, {
      unionId: ask.unionId || null,
      kind: ask.designationKind || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.designationId ?? '' };
  },
});
