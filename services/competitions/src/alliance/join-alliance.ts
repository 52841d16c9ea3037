import type { StudioAlliance } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { allianceJoined } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { NAMED_STATES } from '../studio/studio-steps.ts';
import { readAlliance } from './alliance.ts';

/** Refused STUDIO_NOT_NAMED for one that is not named, or no more; ALLIANCE_MEMBER for one that is in it. */
export const joinAlliance = command({
  schema: z.strictObject({ allianceId: id, studioId: id, joinedOn: date }),
  permission: 'competitions.alliance.write',
  async run({ sql, now, emit }, ask): Promise<StudioAlliance> {
    const { allianceId, studioId, joinedOn } = ask;
    const { unionId, foundedOn } = await readAlliance(sql, allianceId);
    const [studio] = await sql<{ named: boolean }>`
      select state = any(${NAMED_STATES}) as named from studio where id = ${studioId} for share`;
    if (!studio) throw notFound('STUDIO_UNKNOWN', { studioId });
    if (!studio.named) throw refused('STUDIO_NOT_NAMED', { studioId });
    decideDay(joinedOn, foundedOn, chinaDate(now));
    const [joined] = await sql`
      insert into alliance_membership (alliance_id, studio_id, union_id, joined_on)
      values (${allianceId}, ${studioId}, ${unionId}, ${joinedOn})
      on conflict do nothing returning studio_id`;
    if (!joined) throw refused('ALLIANCE_MEMBER', { studioId });
    emit(allianceJoined, { allianceId, studioId, unionId, joinedOn });
    return readAlliance(sql, allianceId);
  },
});
