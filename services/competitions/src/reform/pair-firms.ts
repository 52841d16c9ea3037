import type { FirmPair } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdDesignation, requireStanding } from '../designation/designation.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readPair } from './reform.ts';

/** Refused DESIGNATION_KIND_WRONG, DESIGNATION_ENDED, PAIR_ALONE; PAIRED_ALREADY: one leads it at a time. */
export const pairFirms = command({
  schema: z.strictObject({ pilotId: id, partnerUnionId: id, goals: text(500), pairedOn: date }),
  permission: 'competitions.programme.write',
  unions: ({ partnerUnionId }) => [partnerUnionId],
  async run({ sql, now }, ask): Promise<FirmPair> {
    const { pilotId, partnerUnionId, pairedOn } = ask;
    const pilot = await holdDesignation(sql, pilotId);
    requireStanding(pilot, ['REFORM_PILOT']);
    if (pilot.unionId === partnerUnionId) throw refused('PAIR_ALONE');
    decideDay(pairedOn, pilot.designatedOn, chinaDate(now));
    await requireLivingUnion(sql, partnerUnionId);
    const pairId = newId();
    const paired = await sql`
      insert into firm_pair (pair_id, programme_id, pilot_id, union_id, partner_union_id, goals, paired_on)
      values (${pairId}, ${pilot.programmeId}, ${pilotId}, ${pilot.unionId}, ${partnerUnionId}, ${ask.goals},
        ${pairedOn})
      on conflict do nothing returning 1`;
    if (paired.length === 0) throw refused('PAIRED_ALREADY', { partnerUnionId });
    return readPair(sql, pairId);
  },
});
