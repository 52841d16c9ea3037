// What somebody's step shows of one person, and what is taken down with it: for the areas whose steps publish.
import { code, date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';
import type { NoticeSubject } from './notice-policy.ts';
import { NOTICE_CHANNELS, officePhone } from './notice.ts';

/** What each step that publishes is asked with. */
export const shownAsk = {
  happenedOn: date,
  channels: z.array(code(NOTICE_CHANNELS)).min(1, 'required').max(NOTICE_CHANNELS.length),
  contactOffice: text(60),
  contactPhone: officePhone,
};

/** What is shown of a subject that goes back, or is to be shown anew, is shown no longer. */
export async function takeDown(
  sql: Sql,
  of: { subject: NoticeSubject; subjectId: string },
  { on, reason }: { on: string; reason: string },
): Promise<void> {
  await sql`
    update notice set state = 'WITHDRAWN', withdrawn_on = ${on}, withdraw_reason = ${reason},
      version = version + 1
    where subject = ${of.subject} and subject_id = ${of.subjectId} and state = 'SHOWN'`;
}
