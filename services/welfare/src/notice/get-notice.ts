import type { Notice } from '@gonglian/contracts/gen/gonglian/welfare/v1/notice.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholeNotice } from './notice.ts';

export const getNotice = query({
  schema: z.strictObject({ noticeId: id }),
  permission: 'welfare.notice.read',
  run({ sql, own, actor, now }, { noticeId }): Promise<Notice> {
    const scene = { sql, vault: own.vault, today: chinaDate(now), duty: actor.duty };
    return readWholeNotice(scene, noticeId);
  },
});
