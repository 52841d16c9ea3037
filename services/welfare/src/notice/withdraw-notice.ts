import type { Notice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockNotice, noticeStep, readWholeNotice } from './notice.ts';

/** What was shown was wrong, or an objection was right: its page is gone at once, and it may be shown anew. */
export const withdrawNotice = command({
  schema: z.strictObject({ ...noticeStep, reason: text(200) }),
  permission: 'welfare.notice.write',
  async run({ sql, own, actor, now }, ask): Promise<Notice> {
    const { noticeId } = await lockNotice(sql, ask);
    const today = chinaDate(now);
    await sql`
      update notice set state = 'WITHDRAWN', withdrawn_on = ${today}, withdraw_reason = ${ask.reason},
        version = version + 1
      where notice_id = ${noticeId}`;
    return readWholeNotice({ sql, vault: own.vault, today, duty: actor.duty }, noticeId);
  },
});
