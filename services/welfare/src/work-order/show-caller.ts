import type { Caller } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { id } from '@gonglian/service/fields.ts';
import { SHOWN_SECONDS, spendReveal } from '@gonglian/service/reveal-budget.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { OVER } from './steps.ts';
import { openCaller, readWorkOrder } from './work-order.ts';

/** The one way to a caller: to call him back, so often a day, for as long as his order is open, and on record. */
export const showCaller = query({
  schema: z.strictObject({
    orderId: id,
    reason: z.string().trim().min(5, 'too_short').max(200, 'too_long'),
  }),
  permission: 'welfare.caller.show',
  async run(tx, { orderId, reason }): Promise<Caller> {
    const { sql, own, now } = tx;
    const order = await readWorkOrder(sql, orderId);
    const { state, unionId, callerSealed } = order;
    if (OVER.includes(state)) throw refused('WORK_ORDER_STATE_WRONG', { state });
    if (callerSealed === null) throw refused('WORK_ORDER_ANONYMOUS');
    const leftToday = await spendReveal(tx, welfarePolicy('hotline.reveal', chinaDate(now)));
    const fields = ['caller_name', 'caller_phone'];
    const why = { how: 'reveal' as const, reasonCode: 'contact', reason };
    await logAccess(tx, [{ entity: 'work_order', entityId: orderId, unionId, fields, ...why }]);
    const { name, phone } = openCaller(own.vault, order);
    const hideAt = new Date(now.getTime() + SHOWN_SECONDS * 1_000).toISOString();
    return { orderId, callerName: name, callerPhone: phone, hideAt, leftToday };
  },
});
