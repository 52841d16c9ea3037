import type { Work } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { workHonoured } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { STUDIO_LEVELS } from '../studio/studio-steps.ts';
import { lockWork, readWork, WORK_PRIZES } from './work.ts';

/** By the document of a level, which gives a work one prize. Refused WORK_HONOURED, STEP_DATE_EARLIER. */
export const honourWork = command({
  schema: z.strictObject({
    workId: id,
    expectedVersion,
    level: code(STUDIO_LEVELS),
    prize: code(['', ...WORK_PRIZES]),
    documentNo: text(100),
    honouredOn: date,
  }),
  permission: 'competitions.work.write',
  async run({ sql, own, now, emit }, ask): Promise<Work> {
    const { workId, level, prize, honouredOn } = ask;
    const { unionId, workKind, submittedOn } = await lockWork(sql, own.vault, ask);
    decideDay(honouredOn, submittedOn, chinaDate(now));
    const honoured = await sql`
      insert into work_honour (work_id, level, union_id, prize, document_no, honoured_on)
      values (${workId}, ${level}, ${unionId}, ${prize}, ${ask.documentNo}, ${honouredOn})
      on conflict do nothing returning 1`;
    if (honoured.length === 0) throw refused('WORK_HONOURED', { level });
    await sql`update work set version = version + 1 where work_id = ${workId}`;
    emit(workHonoured, { workId, unionId, workKind, level, prize, honouredOn });
    return readWork(sql, own.vault, workId);
  },
});
