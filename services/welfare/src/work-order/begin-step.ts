import type { Tx } from '../pipeline.ts';
import { decideStep, type WorkOrderState, type WorkOrderStep } from './steps.ts';
import { lockWorkOrder, type WorkOrderRow } from './work-order.ts';

/** What the union may do that was given the order here; the rest is for the desk. */
const HANDLERS: ReadonlySet<WorkOrderStep> = new Set([
  'ACCEPT',
  'RETURN',
  'HANDLE',
  'WAIT',
  'RESUME',
  'ASK_EXTENSION',
  'REPLY',
]);

/** The order under its lock, and the state after the step. UNION_UNKNOWN where only the desk may take it. */
export async function beginStep(
  tx: Tx,
  ask: { orderId: string; expectedVersion: number },
  stepOf: (order: WorkOrderRow) => WorkOrderStep,
): Promise<{ order: WorkOrderRow; step: WorkOrderStep; state: WorkOrderState }> {
  const order = await lockWorkOrder(tx.sql, ask);
  const step = stepOf(order);
  if (!HANDLERS.has(step)) await tx.requireUnions([order.unionId]);
  const state = decideStep(order, step);
  await tx.beyondScope('an order that a union of this node returns is its desk’s again');
  return { order, step, state };
}
