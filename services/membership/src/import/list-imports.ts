// Imports in reach, the newest first.
import type { ImportList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findImports, importView } from './import-job.ts';

export const listImports = query({
  schema: z.strictObject({ cursor: cursor.pipe(optionalId), limit: limit(100) }),
  permission: 'membership.import.read',
  async run({ sql }, ask): Promise<ImportList> {
    const jobs = await findImports(sql, { before: ask.cursor || null, limit: ask.limit });
    const nextCursor = jobs.length === ask.limit ? (jobs.at(-1)?.id ?? '') : '';
    return { items: jobs.map(importView), nextCursor };
  },
});
