import type { FirmPair } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { count, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { lockPair, readPair } from './reform.ts';

/** What the two firms did together, and how many were there. */
export const recordPairActivity = command({
  schema: z.strictObject({
    pairId: id,
    topic: text(100),
    heldOn: date,
    participants: count.max(1_000_000, 'too_large'),
  }),
  permission: 'competitions.programme.write',
  async run({ sql, now }, ask): Promise<FirmPair> {
    const { pairId, heldOn } = ask;
    const pair = await lockPair(sql, pairId);
    decideDay(heldOn, pair.pairedOn, chinaDate(now));
    await sql`
      insert into pair_activity (pair_id, seq, union_id, topic, held_on, participants)
      values (${pairId}, ${pair.activityCount + 1}, ${pair.leadUnionId}, ${ask.topic}, ${heldOn},
        ${ask.participants})`;
    return readPair(sql, pairId);
  },
});
