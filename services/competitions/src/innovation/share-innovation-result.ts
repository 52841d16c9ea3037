import type { SharedResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { readShared } from './shared-result.ts';

/** By its own unit, with all of the node. Refused RESULT_SHARED. */
export const shareInnovationResult = command({
  schema: z.strictObject({ resultId: id, sharedOn: date }),
  permission: 'competitions.innovation.write',
  async run({ sql, now, beyondScope }, { resultId, sharedOn }): Promise<SharedResult> {
    const [result] = await sql<{ unionId: string; registeredOn: string }>`
      select union_id as "unionId", registered_on::text as "registeredOn" from innovation_result
      where id = ${resultId}`;
    if (!result) throw notFound('RESULT_UNKNOWN', { resultId });
    decideDay(sharedOn, result.registeredOn, chinaDate(now));
    const shared = await sql`
      insert into result_sharing (result_id, union_id, shared_on) values (${resultId}, ${result.unionId}, ${sharedOn})
      on conflict do nothing returning 1`;
    if (shared.length === 0) throw refused('RESULT_SHARED');
    await beyondScope('how many apply it is counted over the node');
    return readShared(sql, resultId);
  },
});
