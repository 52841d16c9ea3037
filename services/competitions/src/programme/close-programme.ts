import type { Programme } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { countTargets, lockProgramme, programmeView, readProgramme } from './programme.ts';

/** Its figures stand as they are counted now. Refused PROGRAMME_CLOSED, PROGRAMME_NOT_OVER, DUTY_LINES_OPEN. */
export const closeProgramme = command({
  schema: z.strictObject({ programmeId: id, expectedVersion, closedOn: date }),
  permission: 'competitions.programme.write',
  async run({ sql, now }, ask): Promise<Programme> {
    const { programmeId, closedOn } = ask;
    const programme = await lockProgramme(sql, ask);
    if (programme.state === 'CLOSED')
      throw refused('PROGRAMME_CLOSED', { closedOn: programme.closedOn });
    decideDay(closedOn, programme.startsOn, chinaDate(now));
    if (closedOn < programme.endsOn)
      throw refused('PROGRAMME_NOT_OVER', { endsOn: programme.endsOn });
    const open = await sql`
      select from duty_line where programme_id = ${programmeId} and state = 'OPEN' limit 1`;
    if (open.length > 0) throw refused('DUTY_LINES_OPEN');
    const counted = [...(await countTargets(sql, programme))];
    await sql`
      update programme_target as t set actual = c.actual
      from unnest(${counted.map(([seq]) => seq)}::int[], ${counted.map(([, actual]) => actual)}::bigint[])
        as c(seq, actual)
      where t.programme_id = ${programmeId} and t.seq = c.seq`;
    await sql`
      update programme set state = 'CLOSED', closed_on = ${closedOn}, version = version + 1
      where programme_id = ${programmeId}`;
    return programmeView(sql, await readProgramme(sql, programmeId));
  },
});
