import type { CareBatch } from '@gonglian/contracts/gen/gonglian/competitions/v1/model_worker.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { giveUpPayout, lockPayout, readPayout } from '@gonglian/payout/payout.ts';
import { command } from '../pipeline.ts';
import { batchStep, lockBatch, readWholeBatch } from './care-batch.ts';

/** A draft, or one that finance has refused or rejected: those on it may be on another. */
export const cancelCareBatch = command({
  schema: z.strictObject({ ...batchStep, reason: text(200) }),
  permission: 'competitions.care.draft',
  async run({ sql, own }, ask): Promise<CareBatch> {
    const { batchId, state, payoutId } = await lockBatch(sql, ask);
    if (state === 'CANCELLED') throw refused('CARE_BATCH_STATE', { state });
    if (payoutId !== '') {
      const { version } = await readPayout(sql, payoutId);
      await giveUpPayout(sql, await lockPayout(sql, { payoutId, expectedVersion: version }));
    }
    await sql`
      update care_batch set state = 'CANCELLED', cancel_reason = ${ask.reason}, version = version + 1
      where batch_id = ${batchId}`;
    await sql`update care_line set live = false where batch_id = ${batchId}`;
    return readWholeBatch(sql, own.vault, batchId);
  },
});
