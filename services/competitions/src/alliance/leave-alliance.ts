import type { StudioAlliance } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { allianceLeft } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { readAlliance } from './alliance.ts';

export const leaveAlliance = command({
  schema: z.strictObject({ allianceId: id, studioId: id, leftOn: date }),
  permission: 'competitions.alliance.write',
  async run({ sql, now, emit }, ask): Promise<StudioAlliance> {
    const { allianceId, studioId, leftOn } = ask;
    const { unionId } = await readAlliance(sql, allianceId);
    const [member] = await sql<{ joinedOn: string }>`
      select joined_on::text as "joinedOn" from alliance_membership
      where alliance_id = ${allianceId} and studio_id = ${studioId} and left_on is null for update`;
    if (!member) throw refused('ALLIANCE_NOT_MEMBER', { studioId });
    decideDay(leftOn, member.joinedOn, chinaDate(now));
    await sql`
      update alliance_membership set left_on = ${leftOn}
      where alliance_id = ${allianceId} and studio_id = ${studioId} and left_on is null`;
    emit(allianceLeft, { allianceId, studioId, unionId, leftOn });
    return readAlliance(sql, allianceId);
  },
});
