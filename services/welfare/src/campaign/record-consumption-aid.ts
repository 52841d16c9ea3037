import type { ConsumptionAid } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { consumptionAided } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { AID_FORMS, findConsumptionAid } from './consumption-aid.ts';

const EARLIEST = '2000-01-01';

export const recordConsumptionAid = command({
  schema: z.strictObject({
    unionId: id,
    aidForm: code(AID_FORMS),
    productName: text(60),
    originRegion: z.string().regex(/^\d{6}$/, 'not_a_region'),
    boughtOn: date,
    amountFen,
    documentNo: text(80),
  }),
  permission: 'welfare.consumption-aid.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now, emit }, ask): Promise<ConsumptionAid> {
    decideDay(ask.boughtOn, EARLIEST, chinaDate(now));
    await requireLivingUnion(sql, ask.unionId);
    const aidId = newId();
    await sql`
      insert into consumption_aid (aid_id, union_id, aid_form, product_name, origin_region, bought_on, amount_fen,
        document_no, recorded_by)
      values (${aidId}, ${ask.unionId}, ${ask.aidForm}, ${ask.productName}, ${ask.originRegion}, ${ask.boughtOn},
        ${ask.amountFen}, ${ask.documentNo}, ${actor.id})`;
    const { unionId, aidForm, boughtOn } = ask;
    emit(consumptionAided, { aidId, unionId, aidForm, boughtOn, amountFen: BigInt(ask.amountFen) });
    const [recorded] = await findConsumptionAid(sql, { id: aidId, limit: 1 });
    if (!recorded) throw notFound('UNION_UNKNOWN', { unionId });
    return recorded;
  },
});
