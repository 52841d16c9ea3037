// What the page without log-in shows: only what is shown now, only in the columns of its template, and only online.
import type { PublicNotice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import type { NoticeColumn } from './notice-policy.ts';
import { readNotice, readNoticeLines, standingOf } from './notice.ts';

/** Of one that is over or withdrawn nothing is told but that; NOTICE_UNKNOWN for one that is only on a wall. */
export const getPublicNotice = query({
  schema: z.strictObject({ noticeId: id }),
  permission: 'welfare.notice.show',
  async run({ sql, now }, { noticeId }): Promise<PublicNotice> {
    const row = await readNotice(sql, noticeId);
    if (!row.channels.includes('ONLINE')) throw notFound('NOTICE_UNKNOWN', { noticeId });
    const standing = standingOf(row, chinaDate(now));
    const gone = standing === 'OVER' || standing === 'WITHDRAWN';
    const { heading, columns, unionName, startsOn, endsOn, contactOffice, contactPhone } = row;
    const empty = { heading: '', columns: [], unionName: '', startsOn: '', endsOn: '', lines: [] };
    if (gone) return { standing, ...empty, contactOffice: '', contactPhone: '' };
    const shows = (column: NoticeColumn) => columns.includes(column);
    const lines = (await readNoticeLines(sql, noticeId)).map((line) => ({
      seq: line.seq,
      nameMasked: line.nameMasked,
      unionName: line.unionName,
      category: shows('CATEGORY') ? line.category : '',
      amountFen: shows('AMOUNT') ? line.amountFen : 0n,
    }));
    const about = { heading, columns, unionName, startsOn, endsOn, contactOffice, contactPhone };
    return { standing, ...about, lines };
  },
});
