import { recuperationGuestsReceived } from '@gonglian/contracts/welfare.ts';
import type { RecuperationGuests } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate, monthOf } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { count, id } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { regionCode } from '../venue/venue-fields.ts';
import { readBaseRow } from './bases.ts';
import { findGuests } from './guests.ts';

/** Once a month and place they came from: refused RECUPERATION_GUESTS_TWICE; RECUPERATION_MONTH before it was one. */
export const receiveRecuperationGuests = command({
  schema: z.strictObject({
    baseId: id,
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not_a_month'),
    fromRegionCode: regionCode,
    guests: count.min(1, 'required').max(10_000_000, 'too_large'),
    takingsFen: optionalFen,
  }),
  permission: 'welfare.recuperation-base.write',
  async run(tx, ask): Promise<RecuperationGuests> {
    const { sql, now, emit } = tx;
    const base = await readBaseRow(sql, ask.baseId);
    await tx.requireUnions([base.unionId]);
    const { baseId, month, fromRegionCode, guests, takingsFen } = ask;
    if (month < monthOf(base.accreditedOn) || month > monthOf(chinaDate(now)))
      throw refused('RECUPERATION_MONTH', { accreditedOn: base.accreditedOn });
    const guestsId = newId();
    const entered = await sql`
      insert into recuperation_guests (guests_id, base_id, union_id, month, from_region_code, guests, takings_fen)
      values (${guestsId}, ${baseId}, ${base.unionId}, ${month}, ${fromRegionCode}, ${guests}, ${takingsFen})
      on conflict do nothing returning 1`;
    if (entered.length === 0) throw refused('RECUPERATION_GUESTS_TWICE', { month });
    const told = { baseId, unionId: base.unionId, month, fromRegionCode, guests };
    emit(recuperationGuestsReceived, { ...told, takingsFen: BigInt(takingsFen) });
    const [row] = await findGuests(sql, { id: guestsId, limit: 1 });
    if (!row) throw notFound('RECUPERATION_BASE_UNKNOWN', { baseId });
    return row;
  },
});
