import type { DutyLine } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { readDutyLine } from './reform.ts';

/** With evidence. Refused DUTY_LINE_DONE. */
export const finishDutyLine = command({
  schema: z.strictObject({
    dutyLineId: id,
    expectedVersion,
    finishedOn: date,
    resultText: text(1_000),
    evidenceSha256: evidence,
  }),
  permission: 'competitions.programme.write',
  async run({ sql, now }, ask): Promise<DutyLine> {
    const { dutyLineId, finishedOn } = ask;
    const today = chinaDate(now);
    const [of] = await sql<{ startsOn: string }>`
      select p.starts_on::text as "startsOn" from duty_line as d join programme as p using (programme_id)
      where d.duty_line_id = ${dutyLineId} for update of d`;
    const line = await readDutyLine(sql, dutyLineId, today);
    if (line.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: line.version });
    if (line.state === 'DONE') throw refused('DUTY_LINE_DONE', { finishedOn: line.finishedOn });
    decideDay(finishedOn, of?.startsOn ?? '', today);
    await sql`
      update duty_line set state = 'DONE', finished_on = ${finishedOn}, result_text = ${ask.resultText},
        evidence_sha256 = ${ask.evidenceSha256}, version = version + 1
      where duty_line_id = ${dutyLineId}`;
    return readDutyLine(sql, dutyLineId, today);
  },
});
