import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { freePlaceOf } from '../place/place-offer.ts';
import { welfarePolicy } from '../policy.ts';
import { holdBatch, readWholeBatch } from './batch.ts';

const DONE = ['TRAVELLED', 'ABSENT', 'WITHDRAWN'];

/**
 * Until the approval the first of his unit's reserve goes instead, and was published with the list. Refused
 * RECUPERATION_NOMINEE_DONE where he has travelled or goes no more.
 */
export const withdrawRecuperationNominee = command({
  schema: z.strictObject({ nomineeId: id, reason: text(500) }),
  permission: 'welfare.recuperation.nominate',
  async run(tx, { nomineeId, reason }): Promise<RecuperationBatch> {
    const { sql, own } = tx;
    const [found] = await sql<{ batchId: string; unionId: string; state: string }>`
      select batch_id as "batchId", union_id as "unionId", state
      from recuperation_nominee where nominee_id = ${nomineeId} for update`;
    if (!found) throw notFound('RECUPERATION_NOMINEE_UNKNOWN', { nomineeId });
    const { batchId, unionId, state } = found;
    await tx.requireUnions([unionId]);
    await tx.beyondScope('places are of the union that opened the batch');
    const { travelsFrom } = await holdBatch(sql, batchId);
    if (DONE.includes(state)) throw refused('RECUPERATION_NOMINEE_DONE', { state });
    await sql`
      update recuperation_nominee set state = 'WITHDRAWN', withdrawal = ${reason} where nominee_id = ${nomineeId}`;
    await freePlaceOf(sql, { subjectId: batchId, who: nomineeId });
    const order = welfarePolicy('recuperation.target_order', travelsFrom);
    if (state === 'CHOSEN')
      await sql`
        update recuperation_nominee set state = 'CHOSEN' where nominee_id = (
          select nominee_id from recuperation_nominee
          where batch_id = ${batchId} and union_id = ${unionId} and state = 'RESERVE'
          order by array_position(${[...order]}::text[], target_group), nominee_id limit 1)`;
    await sql`update recuperation_batch set version = version + 1 where batch_id = ${batchId}`;
    return readWholeBatch(sql, own.vault, batchId, unionId);
  },
});
