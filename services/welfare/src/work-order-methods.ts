// 12351: work orders from the call to the answer, bound by name, as in service.ts.
import { classifyWorkOrder } from './work-order/classify-work-order.ts';
import { closeWorkOrder } from './work-order/close-work-order.ts';
import { countWorkOrders } from './work-order/count-work-orders.ts';
import { listWorkOrderDesks, openWorkOrderDesk } from './work-order/desk.ts';
import { dispatchWorkOrder } from './work-order/dispatch-work-order.ts';
import { getWorkOrder } from './work-order/get-work-order.ts';
import { listMyPetitions } from './work-order/list-my-petitions.ts';
import { listWorkOrders } from './work-order/list-work-orders.ts';
import { mergeWorkOrder } from './work-order/merge-work-order.ts';
import { openPetition } from './work-order/open-petition.ts';
import { receiveWorkOrder } from './work-order/receive-work-order.ts';
import { recomputeWorkOrderDues } from './work-order/recompute-dues.ts';
import { recordHotlineCalls } from './work-order/record-hotline-calls.ts';
import { replyToWorkOrder } from './work-order/reply-to-work-order.ts';
import { reviewWorkOrder } from './work-order/review-work-order.ts';
import { showCaller } from './work-order/show-caller.ts';
import { stepWorkOrder } from './work-order/step-work-order.ts';
import { transferWorkOrderOut } from './work-order/transfer-work-order-out.ts';

export const workOrderMethods = {
  receiveWorkOrder,
  recordHotlineCalls,
  openPetition,
  listMyPetitions,
  classifyWorkOrder,
  dispatchWorkOrder,
  stepWorkOrder,
  reviewWorkOrder,
  replyToWorkOrder,
  closeWorkOrder,
  mergeWorkOrder,
  transferWorkOrderOut,
  showCaller,
  getWorkOrder,
  listWorkOrders,
  countWorkOrders,
  openWorkOrderDesk,
  listWorkOrderDesks,
  recomputeWorkOrderDues,
};
