import type { LecturerList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findLecturers } from './lecturer.ts';

export const listLecturers = query({
  schema: z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(200) }),
  permission: 'competitions.lecture.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<LecturerList> {
    const items = await findLecturers(sql, own.vault, {
      unionId: ask.unionId || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.lecturerId ?? '' };
  },
});
