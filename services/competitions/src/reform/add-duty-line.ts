import type { DutyLine } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { holdReform } from '../programme/programme.ts';
import { readDutyLine, requireMembers } from './reform.ts';

/** What one agency has to do. Refused AGENCY_NOT_MEMBER, DUTY_OUTSIDE. */
export const addDutyLine = command({
  schema: z.strictObject({ programmeId: id, agency: text(60), dutyText: text(500), dueOn: date }),
  permission: 'competitions.programme.write',
  async run({ sql, now }, ask): Promise<DutyLine> {
    const { programmeId, agency, dutyText, dueOn } = ask;
    const { unionId, memberAgencies, startsOn, endsOn } = await holdReform(sql, programmeId);
    requireMembers(memberAgencies, [agency]);
    if (dueOn < startsOn || dueOn > endsOn) throw refused('DUTY_OUTSIDE', { startsOn, endsOn });
    const dutyLineId = newId();
    await sql`
      insert into duty_line (duty_line_id, programme_id, union_id, agency, duty_text, due_on)
      values (${dutyLineId}, ${programmeId}, ${unionId}, ${agency}, ${dutyText}, ${dueOn})`;
    return readDutyLine(sql, dutyLineId, chinaDate(now));
  },
});
