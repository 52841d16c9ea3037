import type { WorkOrderFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { orderFile } from './view.ts';
import { readWorkOrder } from './work-order.ts';

export const getWorkOrder = query({
  schema: z.strictObject({ orderId: id }),
  permission: 'welfare.work-order.read',
  run: async (reading, { orderId }): Promise<WorkOrderFile> =>
    orderFile(reading, await readWorkOrder(reading.sql, orderId)),
});
