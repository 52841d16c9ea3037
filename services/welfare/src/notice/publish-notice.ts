// What was decided about people is shown, by the fixed template and nothing else.
import type { Notice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { payeeName } from '@gonglian/service/payee-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { NOTICE_SUBJECTS } from './notice-policy.ts';
import { NOTICE_CHANNELS, NOTICE_SCOPES, officePhone, readWholeNotice } from './notice.ts';
import { NOTICE_LINES_MAX, writeNotice } from './write-notice.ts';

const PublishNotice = z.strictObject({
  unionId: id,
  subject: code(NOTICE_SUBJECTS),
  subjectId: text(100),
  scope: code(NOTICE_SCOPES),
  channels: z.array(code(NOTICE_CHANNELS)).min(1, 'required').max(NOTICE_CHANNELS.length),
  contactOffice: text(60),
  contactPhone: officePhone,
  startsOn: date,
  lines: z
    .array(
      z.strictObject({
        personName: payeeName,
        unionId: id,
        category: text(40),
        amountFen: z
          .bigint()
          .min(0n, 'negative')
          .max(BigInt(FEN_MAX), 'too_large')
          .transform(Number),
      }),
    )
    .min(1, 'required')
    .max(NOTICE_LINES_MAX, 'too_many'),
});

export const publishNotice = command({
  schema: PublishNotice,
  permission: 'welfare.notice.write',
  unions: ({ unionId, lines }) => [unionId, ...new Set(lines.map((line) => line.unionId))],
  async run(tx, ask): Promise<Notice> {
    const { sql, own, actor, now } = tx;
    await requireLivingUnion(sql, ask.unionId);
    const noticeId = await writeNotice(tx, ask);
    const scene = { sql, vault: own.vault, today: chinaDate(now), duty: actor.duty };
    return readWholeNotice(scene, noticeId);
  },
});
