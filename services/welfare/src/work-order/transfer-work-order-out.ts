import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { code, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep } from './begin-step.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder } from './work-order.ts';
import { writeStep } from './write-step.ts';

const AGENCIES = ['12345', 'HUMAN_RESOURCES', 'COURT', 'ARBITRATION', 'JUSTICE', 'OTHER'] as const;

/** It is not for the unions: whose it is now, and under what number. */
export const transferWorkOrderOut = command({
  schema: z.strictObject({ ...orderStep, agency: code(AGENCIES), agencyNo: optionalText(50) }),
  permission: 'welfare.work-order.classify',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now } = tx;
    const { agency, agencyNo } = ask;
    const { order, step, state } = await beginStep(tx, ask, () => 'TRANSFER_OUT');
    const note = [agency, agencyNo].filter(Boolean).join(' ');
    await writeStep(tx, { ...order, state, agency, agencyNo }, { step, note });
    return orderView(await readWorkOrder(sql, order.orderId), own.vault, now);
  },
});
