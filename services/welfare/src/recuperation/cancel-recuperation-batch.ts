import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { closeOffers } from '../place/place-offer.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';

export const cancelRecuperationBatch = command({
  schema: z.strictObject({ ...batchStep, cancelledOn: date, reason: text(500) }),
  permission: 'welfare.recuperation.write',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now } = tx;
    const batch = await lockBatch(sql, ask);
    await tx.requireUnions([batch.unionId]);
    const state = decideBatchStep(batch.state, 'CANCELLED');
    decideDay(ask.cancelledOn, batch.stateOn, chinaDate(now));
    await closeOffers(sql, batch.batchId);
    await takeBatchStep(tx, batch, { state, on: ask.cancelledOn, note: ask.reason });
    return readWholeBatch(sql, own.vault, batch.batchId);
  },
});
