// He is answered; with the last answer the days that were left go on. One that is right ends in a withdrawal.
import type { Notice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { publicityEndsOn, type Objection } from '@gonglian/kernel/publicity.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { lockNotice, noticeStep, outcomePlace, readWholeNotice, type NoticeRow } from './notice.ts';

export const closeNoticeObjection = command({
  schema: z.strictObject({ ...noticeStep, objectionId: id, closedOn: date, outcome: text(1_000) }),
  permission: 'welfare.notice.write',
  async run({ sql, own, actor, now }, ask): Promise<Notice> {
    const notice = await lockNotice(sql, ask);
    const { objectionId, closedOn } = ask;
    const today = chinaDate(now);
    const outcome = own.vault.seal(ask.outcome, outcomePlace(objectionId));
    const [raised] = await sql<{ raisedOn: string }>`
      select raised_on::text as "raisedOn" from notice_objection
      where objection_id = ${objectionId} and notice_id = ${notice.noticeId} and closed_on is null`;
    if (!raised) throw notFound('NOTICE_OBJECTION_UNKNOWN', { objectionId });
    if (closedOn < raised.raisedOn || closedOn > today) throw refused('NOTICE_DATE_WRONG');
    await sql`
      update notice_objection set closed_on = ${closedOn}, outcome_sealed = ${outcome}, closed_by = ${actor.id}
      where objection_id = ${objectionId}`;
    const endsOn = await endOf(sql, notice);
    await sql`
      update notice set ends_on = nullif(${endsOn}, '')::date, version = version + 1
      where notice_id = ${notice.noticeId}`;
    const scene = { sql, vault: own.vault, today, duty: actor.duty };
    return readWholeNotice(scene, notice.noticeId);
  },
});

async function endOf(sql: Sql, { noticeId, startsOn, workingDays }: NoticeRow): Promise<string> {
  const objections = await sql<Objection>`
    select raised_on::text as "raisedOn", coalesce(closed_on::text, '') as "closedOn" from notice_objection
    where notice_id = ${noticeId}`;
  return publicityEndsOn({ startsOn, workingDays, objections });
}
