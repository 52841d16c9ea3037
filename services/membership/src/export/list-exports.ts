// Exports in reach, the newest first.
import type { ExportList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { exportView, findExports } from './member-export.ts';

export const listExports = query({
  schema: z.strictObject({ cursor: cursor.pipe(optionalId), limit: limit(100) }),
  permission: 'membership.export.read',
  async run({ sql, now }, ask): Promise<ExportList> {
    const found = await findExports(sql, { before: ask.cursor || null, limit: ask.limit });
    const nextCursor = found.length === ask.limit ? (found.at(-1)?.id ?? '') : '';
    return { items: found.map((one) => exportView(one, now)), nextCursor };
  },
});
