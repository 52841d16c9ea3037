import { recuperationBaseAccredited } from '@gonglian/contracts/welfare.ts';
import type { RecuperationBase } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { regionCode } from '../venue/venue-fields.ts';
import { BASE_LEVELS, readBaseRow } from './bases.ts';

/** Refused RECUPERATION_BASE_DATES; RECUPERATION_BASE_TWICE where a union has one of that name that stands. */
export const accreditBaseForRecuperation = command({
  schema: z.strictObject({
    unionId: id,
    baseName: text(100),
    baseLevel: code(BASE_LEVELS),
    regionCode,
    address: text(200),
    capacity: count.min(1, 'required').max(100_000, 'too_large'),
    accreditedOn: date,
    expiresOn: date,
    documentNo: text(100),
  }),
  permission: 'welfare.recuperation-base.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<RecuperationBase> {
    const { unionId, baseLevel, accreditedOn, expiresOn } = ask;
    decideDay(accreditedOn, '', chinaDate(now));
    if (expiresOn <= accreditedOn) throw refused('RECUPERATION_BASE_DATES', { accreditedOn });
    await requireLivingUnion(sql, unionId);
    const baseId = newId();
    const entered = await sql`
      insert into recuperation_base (base_id, union_id, name, level, region_code, address, capacity, accredited_on,
        expires_on, document_no)
      values (${baseId}, ${unionId}, ${ask.baseName}, ${baseLevel}, ${ask.regionCode}, ${ask.address}, ${ask.capacity},
        ${accreditedOn}, ${expiresOn}, ${ask.documentNo})
      on conflict do nothing returning 1`;
    if (entered.length === 0) throw refused('RECUPERATION_BASE_TWICE');
    emit(recuperationBaseAccredited, { baseId, unionId, baseLevel, accreditedOn });
    return readBaseRow(sql, baseId);
  },
});
