import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { requireRegion } from '@gonglian/kernel/region.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep } from './begin-step.ts';
import { decideDue, type Clock } from './clock.ts';
import { orderView } from './view.ts';
import { WORK_ORDER_CLASSES } from './work-order-policy.ts';
import { ORDER_KINDS, orderStep, readWorkOrder } from './work-order.ts';
import { writeStep } from './write-step.ts';

const TAGS_MAX = 10;

/** The clock starts, with the days that the policy of this day gives to the class. */
export const classifyWorkOrder = command({
  schema: z.strictObject({
    ...orderStep,
    orderKind: code(ORDER_KINDS),
    orderClass: code(WORK_ORDER_CLASSES),
    regionCode: text(12),
    tags: z.array(text(20)).max(TAGS_MAX, 'too_many'),
  }),
  permission: 'welfare.work-order.classify',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now } = tx;
    requireRegion(ask.regionCode);
    const { order, step, state } = await beginStep(tx, ask, () => 'CLASSIFY');
    const { orderKind, orderClass, regionCode, tags } = ask;
    const today = chinaDate(now);
    const limit = welfarePolicy('hotline.sla', today)[orderClass];
    const clock: Clock = { startedAt: now, ...limit, extensionDays: 0, stops: [] };
    const due = decideDue(clock, welfarePolicy('hotline.yellow_percent', today));
    const classified = { orderKind, orderClass, regionCode, tags, clock, ...due };
    await writeStep(tx, { ...order, state, ...classified }, { step });
    return orderView(await readWorkOrder(sql, order.orderId), own.vault, now);
  },
});
