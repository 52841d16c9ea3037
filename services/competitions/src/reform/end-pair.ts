import type { FirmPair } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { stale } from '@gonglian/kernel/refusal.ts';
import { date, expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { lockPair, readPair } from './reform.ts';

/** Not before what they did last. */
export const endPair = command({
  schema: z.strictObject({ pairId: id, expectedVersion, endedOn: date, outcome: text(500) }),
  permission: 'competitions.programme.write',
  async run({ sql, now }, ask): Promise<FirmPair> {
    const { pairId, endedOn } = ask;
    const pair = await lockPair(sql, pairId);
    if (pair.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: pair.version });
    decideDay(endedOn, pair.lastHeldOn || pair.pairedOn, chinaDate(now));
    await sql`
      update firm_pair set state = 'ENDED', ended_on = ${endedOn}, outcome = ${ask.outcome}, version = version + 1
      where pair_id = ${pairId}`;
    return readPair(sql, pairId);
  },
});
