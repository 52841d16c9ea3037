import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { beginStep } from './begin-step.ts';
import { decideDue } from './clock.ts';
import { decideExtension, type WorkOrderStep } from './steps.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder, UNANSWERED, type WorkOrderRow } from './work-order.ts';
import { writeStep } from './write-step.ts';

const REVIEWS = [
  'PASS',
  'SEND_BACK',
  'GRANT_EXTENSION',
  'DENY_EXTENSION',
  'SUPERVISE',
  'REOPEN',
  'CANCEL',
  'ARCHIVE',
] as const;

interface Reviewing {
  step: WorkOrderStep;
  days: number;
  account: string;
  now: Date;
}

/** What is done by who looks after an order, and does not answer it himself. */
export const reviewWorkOrder = command({
  schema: z.strictObject({
    ...orderStep,
    step: code(REVIEWS),
    days: z.int().min(0, 'negative'),
    note: optionalText(500),
  }),
  permission: 'welfare.work-order.review',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now, actor } = tx;
    const { order, step, state } = await beginStep(tx, ask, () => ask.step);
    const change = decideReview(order, { step, days: ask.days, account: actor.id, now });
    await writeStep(tx, { ...order, state, ...change }, { step, note: ask.note });
    return orderView(await readWorkOrder(sql, order.orderId), own.vault, now);
  },
});

/** What a review changes besides the state. WORK_ORDER_OWN_ANSWER: whoever answered does not look at it himself. */
export function decideReview(order: WorkOrderRow, asked: Reviewing): Partial<WorkOrderRow> {
  const { step, account } = asked;
  if (step === 'PASS' || step === 'SEND_BACK') {
    if (order.state === 'REPLIED' && order.repliedBy === account)
      throw refused('WORK_ORDER_OWN_ANSWER');
    if (step === 'PASS') return { heldBy: order.fromNode };
    return { ...UNANSWERED, heldBy: order.state === 'LEVEL_REVIEW' ? order.toNode : '' };
  }
  if (step === 'GRANT_EXTENSION' || step === 'DENY_EXTENSION') return extended(order, step, asked);
  if (step === 'SUPERVISE') return { supervisedOn: chinaDate(asked.now) };
  return step === 'REOPEN' ? reopened(order, asked.now) : {};
}

function extended(
  order: WorkOrderRow,
  step: 'GRANT_EXTENSION' | 'DENY_EXTENSION',
  { days, now }: Reviewing,
): Partial<WorkOrderRow> {
  const today = chinaDate(now);
  const { extension, clock } = order;
  const stands = { extension, extensionDays: clock?.extensionDays ?? 0 };
  const daysMax = welfarePolicy('hotline.extension_days_max', today);
  const decided = decideExtension(stands, step, { days, daysMax });
  if (clock === null || step === 'DENY_EXTENSION') return { extension: decided.extension };
  const longer = { ...clock, extensionDays: decided.extensionDays };
  const due = decideDue(longer, welfarePolicy('hotline.yellow_percent', today));
  return { extension: decided.extension, clock: longer, ...due };
}

/** The caller was not content with the answer: the clock begins anew, and it is not reopened a second time. */
function reopened(order: WorkOrderRow, now: Date): Partial<WorkOrderRow> {
  if (order.reopened) throw refused('WORK_ORDER_REOPENED_ONCE');
  if (order.clock === null) return { reopened: true };
  const clock = { ...order.clock, startedAt: now, extensionDays: 0, stops: [] };
  const due = decideDue(clock, welfarePolicy('hotline.yellow_percent', chinaDate(now)));
  return { ...UNANSWERED, reopened: true, extension: '', clock, ...due };
}
