import type { LectureSessionList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findLectures } from './lecture.ts';

export const listLectures = query({
  schema: z.strictObject({
    unionId: optionalId,
    series: optionalText(50),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.lecture.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<LectureSessionList> {
    const items = await findLectures(sql, own.vault, {
      unionId: ask.unionId || null,
      series: ask.series || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.lectureId ?? '' };
  },
});
