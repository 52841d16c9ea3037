import { workOrderHandled } from '@gonglian/contracts/welfare.ts';
import type { Tx } from '../pipeline.ts';
import { isOnTime } from './view.ts';
import type { WorkOrderRow } from './work-order.ts';

/** What came of it is counted by the node that answered, and by no other above or below it. */
export function tellHandled({ emit }: Pick<Tx, 'emit'>, order: WorkOrderRow): void {
  if (!order.repliedHere) return;
  const { orderId, unionId, orderKind, orderClass, workers, closedOn } = order;
  const recoveredFen = BigInt(order.recoveredFen);
  const onTime = isOnTime(order);
  emit(workOrderHandled, {
    orderId,
    unionId,
    orderKind,
    orderClass,
    onTime,
    recoveredFen,
    workers,
    closedOn,
  });
}
