import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep } from './begin-step.ts';
import { decideDue, stopOf } from './clock.ts';
import { decideExtension, type WorkOrderStep } from './steps.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder, type WorkOrderRow } from './work-order.ts';
import { writeStep } from './write-step.ts';

const HANDLING = ['ACCEPT', 'RETURN', 'HANDLE', 'WAIT', 'RESUME', 'ASK_EXTENSION'] as const;
const REASONS = ['', 'NOT_OURS', 'INSUFFICIENT'] as const;

/** What whoever has it does, up to the answer. */
export const stepWorkOrder = command({
  schema: z.strictObject({
    ...orderStep,
    step: code(HANDLING),
    reason: z.string().pipe(z.enum(REASONS, 'unknown_code')),
    note: optionalText(500),
  }),
  permission: 'welfare.work-order.handle',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now } = tx;
    const { reason } = ask;
    if ((ask.step === 'RETURN') !== (reason !== ''))
      throw invalid('FIELD_INVALID', { field: 'reason', rule: reason ? 'own' : 'required' });
    const { order, step, state } = await beginStep(tx, ask, () => ask.step);
    const after = { ...order, state, ...changeOf(order, step, now) };
    const note = [reason, ask.note].filter(Boolean).join(' ');
    await writeStep(tx, after, { step, note });
    return orderView(await readWorkOrder(sql, order.orderId), own.vault, now);
  },
});

function changeOf(order: WorkOrderRow, step: WorkOrderStep, now: Date): Partial<WorkOrderRow> {
  if (step === 'RETURN') return returned(order);
  if (step === 'WAIT') return { stoppedAt: now };
  if (step === 'RESUME') return resumed(order, now);
  if (step !== 'ASK_EXTENSION') return {};
  const { extension } = decideExtension(
    { extension: order.extension, extensionDays: 0 },
    'ASK_EXTENSION',
    { days: 0, daysMax: 0 },
  );
  return { extension };
}

/** To the desk of this node, where one of its unions had it; or to the node above. */
function returned({ handlerUnionId, fromNode }: WorkOrderRow): Partial<WorkOrderRow> {
  if (handlerUnionId !== null) return { handlerUnionId: null };
  if (fromNode === '') throw refused('WORK_ORDER_RECEIVED_HERE');
  return { heldBy: fromNode };
}

function resumed({ clock, stoppedAt }: WorkOrderRow, now: Date): Partial<WorkOrderRow> {
  if (clock === null || stoppedAt === null) return { stoppedAt: null };
  const goesOn = { ...clock, stops: [...clock.stops, ...stopOf(stoppedAt, now)] };
  const due = decideDue(goesOn, welfarePolicy('hotline.yellow_percent', chinaDate(now)));
  return { stoppedAt: null, clock: goesOn, ...due };
}
