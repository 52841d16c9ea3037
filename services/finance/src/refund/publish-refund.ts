// The list is shown: five working days, the day it is hung up not counted.
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { addWorkingDays } from '@gonglian/kernel/working-days.ts';
import { command } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideStep, lockStep, RefundStepAsk, viewNow } from './refund.ts';

export const publishRefund = command({
  schema: RefundStepAsk,
  permission: 'finance.refund.write',
  async run({ sql, now }, ask): Promise<Refund> {
    const { state } = await lockStep(sql, ask);
    const next = decideStep(state, 'publish');
    const today = chinaDate(now);
    const endsOn = addWorkingDays(today, financePolicy('publicity.days', today));
    await sql`
      update refund_run set state = ${next}, published_on = ${today}, publicity_ends_on = ${endsOn},
        version = version + 1
      where id = ${ask.refundId}`;
    return viewNow(sql, ask.refundId);
  },
});
