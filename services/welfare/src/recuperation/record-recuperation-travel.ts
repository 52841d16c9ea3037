import { recuperationTravelled } from '@gonglian/contracts/welfare.ts';
import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { decideDay, sha256 } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { closeOffers } from '../place/place-offer.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';

const ABSENT_MAX = 10_000;

/** Whoever had a place was away, but for those who are named; how many of each unit and group is told, and nobody's name. */
export const recordRecuperationTravel = command({
  schema: z.strictObject({
    ...batchStep,
    returnedOn: date,
    absentNomineeIds: z.array(id).max(ABSENT_MAX, 'too_many'),
    signInSha256: sha256,
  }),
  permission: 'welfare.recuperation.write',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now, emit } = tx;
    const batch = await lockBatch(sql, ask);
    const { batchId } = batch;
    await tx.requireUnions([batch.unionId]);
    const state = decideBatchStep(batch.state, 'TRAVELLED');
    const { returnedOn } = ask;
    decideDay(returnedOn, batch.travelsFrom, chinaDate(now));
    const absent = [...new Set(ask.absentNomineeIds)];
    const known = await sql`
      select from place_booking where subject_id = ${batchId} and state = 'BOOKED' and who = any(${absent}::uuid[])`;
    if (known.length < absent.length) throw notFound('RECUPERATION_NOMINEE_UNKNOWN');
    const travelled = await sql<{ unionId: string; targetGroup: string; persons: number }>`
      with gone as (
        update recuperation_nominee as n set state = case
          when n.nominee_id = any(${absent}::uuid[]) or not exists (select from place_booking as k
            where k.subject_id = ${batchId} and k.who = n.nominee_id and k.state = 'BOOKED')
          then 'ABSENT' else 'TRAVELLED' end
        where batch_id = ${batchId} and state = 'APPROVED'
        returning union_id, target_group, state)
      select union_id as "unionId", target_group as "targetGroup", count(*)::int as persons
      from gone where state = 'TRAVELLED' group by union_id, target_group order by 1, 2`;
    await sql`
      update recuperation_batch set returned_on = ${returnedOn}, sign_in_sha256 = ${ask.signInSha256}
      where batch_id = ${batchId}`;
    await closeOffers(sql, batchId);
    await takeBatchStep(tx, batch, { state, on: returnedOn });
    for (const of of travelled) emit(recuperationTravelled, { batchId, ...of, returnedOn });
    return readWholeBatch(sql, own.vault, batchId);
  },
});
