import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { count, date, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';

/** How many were satisfied, of those who travelled. */
export const reportRecuperationBatch = command({
  schema: z.strictObject({
    ...batchStep,
    reportedOn: date,
    satisfied: count,
    feedback: text(2_000),
  }),
  permission: 'welfare.recuperation.write',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now } = tx;
    const batch = await lockBatch(sql, ask);
    await tx.requireUnions([batch.unionId]);
    const state = decideBatchStep(batch.state, 'REPORTED');
    decideDay(ask.reportedOn, batch.stateOn, chinaDate(now));
    if (ask.satisfied > batch.travelled)
      throw invalid('FIELD_INVALID', { field: 'satisfied', rule: 'too_large' });
    await sql`
      update recuperation_batch set satisfied = ${ask.satisfied}, feedback = ${ask.feedback}
      where batch_id = ${batch.batchId}`;
    await takeBatchStep(tx, batch, { state, on: ask.reportedOn });
    return readWholeBatch(sql, own.vault, batch.batchId);
  },
});
