import type { Designation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { designationEnded } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { lockDesignation, readDesignation } from './designation.ts';

/** What happened there stays. Refused DESIGNATION_ENDED, and PILOT_LEADS while it leads another firm. */
export const endDesignation = command({
  schema: z.strictObject({
    designationId: id,
    expectedVersion,
    endedOn: date,
    endReason: text(200),
  }),
  permission: 'competitions.designation.write',
  async run({ sql, now, emit }, ask): Promise<Designation> {
    const { designationId, endedOn } = ask;
    const row = await lockDesignation(sql, ask);
    const { unionId, designationKind, level } = row;
    if (row.endedOn !== '') throw refused('DESIGNATION_ENDED', { endedOn: row.endedOn });
    decideDay(endedOn, row.designatedOn, chinaDate(now));
    const leads = await sql`
      select from firm_pair where pilot_id = ${designationId} and state = 'PAIRED' limit 1`;
    if (leads.length > 0) throw refused('PILOT_LEADS');
    await sql`
      update designation set ended_on = ${endedOn}, end_reason = ${ask.endReason}, version = version + 1
      where designation_id = ${designationId}`;
    emit(designationEnded, { designationId, unionId, designationKind, level, endedOn });
    return readDesignation(sql, designationId);
  },
});
