import { nothing } from '@gonglian/service/fields.ts';
import type { NoticeTemplateList } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { query } from '../pipeline.ts';
import { NOTICE_SUBJECTS } from './notice-policy.ts';
import { readTemplate } from './write-notice.ts';

/** As the next notice of each subject will be. */
export const listNoticeTemplates = query({
  schema: nothing,
  permission: 'welfare.notice.read',
  async run({ sql, now }): Promise<NoticeTemplateList> {
    const items = [];
    for (const subject of NOTICE_SUBJECTS) {
      const { heading, columns } = await readTemplate(sql, subject, chinaDate(now));
      items.push({ subject, heading, columns: [...columns] });
    }
    return { items };
  },
});
