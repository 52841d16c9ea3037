import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep } from './begin-step.ts';
import { OVER } from './steps.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder } from './work-order.ts';
import { writeStep } from './write-step.ts';

/** Somebody who read both says that they are one; the other goes on. */
export const mergeWorkOrder = command({
  schema: z.strictObject({ ...orderStep, intoOrderId: id }),
  permission: 'welfare.work-order.classify',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now } = tx;
    const into = await readWorkOrder(sql, ask.intoOrderId);
    const { order, step, state } = await beginStep(tx, ask, () => 'MERGE');
    if (into.orderId === order.orderId || OVER.includes(into.state) || into.fromNode !== '')
      throw refused('WORK_ORDER_MERGED_INTO_NONE', { state: into.state });
    const merged = { ...order, state, mergedInto: into.orderId };
    await writeStep(tx, merged, { step });
    return orderView(await readWorkOrder(sql, order.orderId), own.vault, now);
  },
});
