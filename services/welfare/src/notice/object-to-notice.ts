// Somebody objects: the clock stands until he is answered. Up to the last minute of the last day he is in time.
import type { Notice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { decideObjection } from '@gonglian/kernel/publicity.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { lockNotice, noticeStep, readWholeNotice, summaryPlace } from './notice.ts';

export const objectToNotice = command({
  schema: z.strictObject({
    ...noticeStep,
    /** The moment at which it came, by letter, by phone or at the desk. */
    raisedAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
    summary: text(1_000),
  }),
  permission: 'welfare.notice.write',
  async run({ sql, own, actor, now }, ask): Promise<Notice> {
    const notice = await lockNotice(sql, ask);
    if (ask.raisedAt > now) throw refused('NOTICE_DATE_WRONG');
    const raisedOn = chinaDate(ask.raisedAt);
    decideObjection(notice, raisedOn);
    const { noticeId, unionId } = notice;
    const objectionId = newId();
    const summary = own.vault.seal(ask.summary, summaryPlace(objectionId));
    await sql`
      insert into notice_objection (objection_id, notice_id, union_id, raised_at, raised_on, summary_sealed, taken_by)
      values (${objectionId}, ${noticeId}, ${unionId}, ${ask.raisedAt}, ${raisedOn}, ${summary}, ${actor.id})`;
    await sql`update notice set ends_on = null, version = version + 1 where notice_id = ${noticeId}`;
    const scene = { sql, vault: own.vault, today: chinaDate(now), duty: actor.duty };
    return readWholeNotice(scene, noticeId);
  },
});
