import { workOrderClosed } from '@gonglian/contracts/welfare.ts';
import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep } from './begin-step.ts';
import { tellHandled } from './tell-handled.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder } from './work-order.ts';
import { writeStep } from './write-step.ts';

/** How satisfied somebody was is a number of this order, and of nobody. */
export const closeWorkOrder = command({
  schema: z.strictObject({
    ...orderStep,
    satisfaction: z.int().min(0, 'negative').max(5, 'too_large'),
    note: optionalText(500),
  }),
  permission: 'welfare.work-order.close',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now, emit } = tx;
    const { satisfaction, note } = ask;
    const { order, step, state } = await beginStep(tx, ask, () => 'CLOSE');
    const closedOn = chinaDate(now);
    const closed = { ...order, state, satisfaction, closedOn };
    await writeStep(tx, closed, { step, note });
    const { orderId, unionId, intake, orderKind } = order;
    emit(workOrderClosed, { orderId, unionId, intake, orderKind, satisfaction, closedOn });
    tellHandled(tx, closed);
    return orderView(await readWorkOrder(sql, orderId), own.vault, now);
  },
});
