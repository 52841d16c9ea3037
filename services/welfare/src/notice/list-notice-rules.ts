import type { NoticeRuleList } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { WELFARE_POLICY, welfarePolicy } from '../policy.ts';
import { NOTICE_SUBJECTS } from './notice-policy.ts';

const KEY = 'notice.working_days';

/** As they stood on a day, with what ordered them. */
export const listNoticeRules = query({
  schema: z.strictObject({ onDate: date }),
  permission: 'welfare.notice-rule.read',
  run(_, { onDate }): Promise<NoticeRuleList> {
    const orderedBy = orderOn(WELFARE_POLICY, KEY, onDate);
    const days = welfarePolicy(KEY, onDate);
    const items = NOTICE_SUBJECTS.map((subject) => ({
      subject,
      workingDays: days[subject],
      orderedBy,
    }));
    return Promise.resolve({ items });
  },
});
