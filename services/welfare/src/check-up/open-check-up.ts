import type { CheckUp } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, count, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { openOffers } from '../place/place-offer.ts';
import { CHECK_UP_KINDS, readCheckUp, WORKER_GROUPS } from './check-up.ts';
import { decideCheckUp } from './decide-check-up.ts';

const UNITS_MAX = 1_000;

export const openCheckUp = command({
  schema: z.strictObject({
    unionId: id,
    checkUpKind: code(CHECK_UP_KINDS),
    workerGroup: code(WORKER_GROUPS),
    hospitalName: text(100),
    startsOn: date,
    endsOn: date,
    bookingClosesOn: date,
    capacity: count.min(1, 'required').max(1_000_000, 'too_large'),
    documentNo: text(100),
    units: z
      .array(
        z.strictObject({
          unionId: id,
          invited: count.min(1, 'required').max(1_000_000, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(UNITS_MAX, 'too_many'),
  }),
  permission: 'welfare.check-up.write',
  unions: ({ unionId, units }) => [unionId, ...units.map((unit) => unit.unionId)],
  async run({ sql }, ask): Promise<CheckUp> {
    decideCheckUp(ask);
    const { unionId, units, startsOn } = ask;
    await requireLivingUnion(sql, unionId);
    const [checkUpId, offerId] = [newId(), newId()];
    await openOffers(sql, [
      {
        offerId,
        unionId,
        offerKind: 'CHECK_UP',
        subjectId: checkUpId,
        title: ask.hospitalName,
        startsOn,
        closesOn: ask.bookingClosesOn,
        places: ask.capacity,
      },
    ]);
    await sql`
      insert into check_up (check_up_id, union_id, kind, worker_group, hospital_name, starts_on, ends_on, document_no,
        offer_id, capacity)
      values (${checkUpId}, ${unionId}, ${ask.checkUpKind}, ${ask.workerGroup}, ${ask.hospitalName}, ${startsOn},
        ${ask.endsOn}, ${ask.documentNo}, ${offerId}, ${ask.capacity})`;
    await sql`
      insert into check_up_unit (check_up_id, union_id, holder_id, invited)
      select ${checkUpId}::uuid, unit, ${unionId}::uuid, invited
      from unnest(${units.map((unit) => unit.unionId)}::uuid[],
        ${units.map(({ invited }) => invited)}::int[]) as u(unit, invited)`;
    return readCheckUp(sql, checkUpId);
  },
});
