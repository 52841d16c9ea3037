import type { MutualAidBatch } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { mutualAidEnrolled } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { batchStep, batchView, effectiveFrom, lockListed, readBatch } from './enrolment.ts';
import { readPlan } from './plan.ts';

/** The premium of a whole list has come, by a receipt that is used once. Refused PREMIUM_WRONG; duplicate RECEIPT_USED. */
export const payMutualAidPremium = command({
  schema: z.strictObject({ ...batchStep, amountFen, paidOn: date, receiptNo: text(60) }),
  permission: 'welfare.mutual-aid.premium',
  async run(tx, ask): Promise<MutualAidBatch> {
    const { sql, now, emit } = tx;
    const today = chinaDate(now);
    const batch = await lockListed(sql, ask);
    decideDay(ask.paidOn, batch.listedOn, today);
    const plan = await readPlan(sql, batch.planId);
    if (ask.amountFen !== batch.premiumFen)
      throw refused('PREMIUM_WRONG', { premiumFen: batch.premiumFen });
    const from = effectiveFrom(plan, ask.paidOn);
    // Another union's may have it, which this duty does not see.
    await tx.beyondScope('a receipt is of one list, whichever union it is of');
    const used = await sql`
      select from mutual_batch where holder_union_id = ${plan.unionId} and receipt_no = ${ask.receiptNo}`;
    if (used.length > 0) throw duplicate('RECEIPT_USED');
    await sql`
      update mutual_batch set state = 'PAID', paid_on = ${ask.paidOn}, receipt_no = ${ask.receiptNo},
        effective_from = ${from}, version = version + 1
      where batch_id = ${ask.batchId}`;
    await sql`update mutual_enrolment set state = 'PAID' where batch_id = ${ask.batchId}`;
    const { batchId, planId, unionId, persons } = batch;
    emit(mutualAidEnrolled, {
      batchId,
      planId,
      unionId,
      planKind: plan.planKind,
      gifted: plan.gifted,
      paidOn: ask.paidOn,
      effectiveFrom: from,
      persons,
      premiumFen: BigInt(batch.premiumFen),
    });
    return batchView(await readBatch(sql, batchId), today);
  },
});
