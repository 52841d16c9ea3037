import type { NoticeTemplate } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { decideTemplate } from './decide-template.ts';
import { NOTICE_SUBJECTS } from './notice-policy.ts';

/** The federation's own, from the next notice on; those that are shown stay as they were hung up. */
export const setNoticeTemplate = command({
  schema: z.strictObject({
    subject: code(NOTICE_SUBJECTS),
    heading: text(60),
    columns: z.array(text(40)).max(20, 'too_many'),
  }),
  permission: 'welfare.notice-template.write',
  async run({ sql, actor, now }, { subject, ...ask }): Promise<NoticeTemplate> {
    const words = welfarePolicy('notice.forbidden_words', chinaDate(now));
    const { heading, columns } = decideTemplate(ask, words);
    await sql`
      insert into notice_template (subject, heading, columns, set_by, set_at)
      values (${subject}, ${heading}, ${columns}::text[], ${actor.id}, ${now})
      on conflict (subject) do update
      set heading = excluded.heading, columns = excluded.columns, set_by = excluded.set_by, set_at = excluded.set_at`;
    return { subject, heading, columns: [...columns] };
  },
});
