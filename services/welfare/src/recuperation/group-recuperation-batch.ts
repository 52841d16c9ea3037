import type { RecuperationBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { count, date, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { openOffers } from '../place/place-offer.ts';
import { readBaseRow } from './bases.ts';
import { batchStep, lockBatch, readWholeBatch, takeBatchStep } from './batch.ts';
import { decideBatchStep } from './batch-steps.ts';
import { decideGroups, lastDayOf } from './decide-batch.ts';

const GROUPS_MAX = 100;

/** The places of each group are booked by whoever was approved, until booking closes. */
export const groupRecuperationBatch = command({
  schema: z.strictObject({
    ...batchStep,
    groupedOn: date,
    bookingClosesOn: date,
    insuranceNo: text(100),
    agencyContractNo: text(100),
    groups: z
      .array(
        z.strictObject({
          groupName: text(60),
          travelsFrom: date,
          places: count.min(1, 'required').max(10_000, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(GROUPS_MAX, 'too_many'),
  }),
  permission: 'welfare.recuperation.write',
  async run(tx, ask): Promise<RecuperationBatch> {
    const { sql, own, now } = tx;
    const batch = await lockBatch(sql, ask);
    const { batchId, unionId } = batch;
    await tx.requireUnions([unionId]);
    const state = decideBatchStep(batch.state, 'GROUPED');
    decideDay(ask.groupedOn, batch.stateOn, chinaDate(now));
    if (new Set(ask.groups.map(({ groupName }) => groupName)).size < ask.groups.length)
      throw invalid('FIELD_INVALID', { field: 'groups', rule: 'twice' });
    const { capacity } = await readBaseRow(sql, batch.baseId);
    decideGroups(ask.groups, batch, { capacity, bookingClosesOn: ask.bookingClosesOn });
    const groups = ask.groups.map((group) => ({ ...group, groupId: newId(), offerId: newId() }));
    await openOffers(
      sql,
      groups.map(({ offerId, groupName, travelsFrom, places }) => ({
        offerId,
        unionId,
        offerKind: 'RECUPERATION',
        subjectId: batchId,
        title: `${batch.title} ${groupName}`,
        startsOn: travelsFrom,
        closesOn: ask.bookingClosesOn,
        places,
      })),
    );
    await sql`
      insert into recuperation_group (group_id, batch_id, union_id, name, travels_from, travels_to, offer_id)
      select g, ${batchId}::uuid, ${unionId}::uuid, n, f, t, o
      from unnest(${groups.map(({ groupId }) => groupId)}::uuid[],
        ${groups.map(({ groupName }) => groupName)}::text[],
        ${groups.map(({ travelsFrom }) => travelsFrom)}::date[],
        ${groups.map(({ travelsFrom }) => lastDayOf(travelsFrom, batch.days))}::date[],
        ${groups.map(({ offerId }) => offerId)}::uuid[]) as r(g, n, f, t, o)`;
    await sql`
      update recuperation_batch set insurance_no = ${ask.insuranceNo}, agency_contract_no = ${ask.agencyContractNo}
      where batch_id = ${batchId}`;
    await takeBatchStep(tx, batch, { state, on: ask.groupedOn });
    return readWholeBatch(sql, own.vault, batchId);
  },
});
