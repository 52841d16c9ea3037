// The list comes to nothing; its months can be asked for anew.
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideStep, lockStep, RefundStepAsk, viewNow } from './refund.ts';

export const cancelRefund = command({
  schema: RefundStepAsk.extend({ doneOn: z.string().max(0, 'not_yours') }),
  permission: 'finance.refund.write',
  async run({ sql }, ask): Promise<Refund> {
    const { state } = await lockStep(sql, ask);
    const next = decideStep(state, 'cancel');
    await sql`delete from refunded_month where refund_id = ${ask.refundId}`;
    await sql`
      update refund_run set state = ${next}, version = version + 1 where id = ${ask.refundId}`;
    return viewNow(sql, ask.refundId);
  },
});
