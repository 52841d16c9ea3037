import type { MutualAidBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { batchStep, batchView, lockListed, readBatch } from './enrolment.ts';

/** A list that nobody has paid for: its persons may be on another. */
export const cancelMutualAidBatch = command({
  schema: z.strictObject(batchStep),
  permission: 'welfare.mutual-aid.enrol',
  async run({ sql, now }, ask): Promise<MutualAidBatch> {
    const { batchId } = await lockListed(sql, ask);
    await sql`
      update mutual_batch set state = 'CANCELLED', version = version + 1 where batch_id = ${batchId}`;
    await sql`update mutual_enrolment set state = 'CANCELLED' where batch_id = ${batchId}`;
    return batchView(await readBatch(sql, batchId), chinaDate(now));
  },
});
