import type { NoticePage } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { NOTICE_SUBJECTS } from './notice-policy.ts';
import { findNotices, noticeView } from './notice.ts';

export const listNotices = query({
  schema: z.strictObject({
    unionId: optionalId,
    subject: code(['', ...NOTICE_SUBJECTS]),
    subjectId: optionalText(100),
    cursor: optionalId,
    limit: limit(200),
    objected: z.boolean(),
  }),
  permission: 'welfare.notice.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<NoticePage> {
    const { unionId, subject, subjectId, cursor, limit: most, objected } = ask;
    const of = {
      unionId: unionId || null,
      subject,
      subjectId,
      objected,
      before: cursor || null,
      limit: most,
    };
    const rows = await findNotices(sql, of);
    const today = chinaDate(now);
    return {
      items: rows.map((row) => noticeView(row, today)),
      nextCursor: rows.length === most ? (rows.at(-1)?.noticeId ?? '') : '',
    };
  },
});
