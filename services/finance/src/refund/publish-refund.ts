// The list is shown: five working days, the day it is hung up not counted.
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { publicityEndsOn } from '@gonglian/kernel/publicity.ts';
import { command } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideStep, lockStep, RefundDayAsk, viewNow } from './refund.ts';
import { decideDay } from './take-over.ts';

export const publishRefund = command({
  schema: RefundDayAsk,
  permission: 'finance.refund.write',
  async run({ sql, now }, ask): Promise<Refund> {
    const run = await lockStep(sql, ask);
    const next = decideStep(run.state, 'publish');
    const today = decideDay(run, ask.doneOn, { after: run.madeOn, today: chinaDate(now) });
    const workingDays = financePolicy('publicity.days', today);
    const endsOn = publicityEndsOn({ startsOn: today, workingDays, objections: [] });
    await sql`
      update refund_run set state = ${next}, published_on = ${today}, publicity_ends_on = ${endsOn},
        version = version + 1
      where id = ${ask.refundId}`;
    return viewNow(sql, ask.refundId);
  },
});
