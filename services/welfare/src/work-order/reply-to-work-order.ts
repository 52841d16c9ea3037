import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { text } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep } from './begin-step.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder, replyPlace } from './work-order.ts';
import { writeStep } from './write-step.ts';

const WORKERS_MAX = 1_000_000;

/** The clock stands from here on, unless the answer is sent back: then it has never stood. */
export const replyToWorkOrder = command({
  schema: z.strictObject({
    ...orderStep,
    reply: text(4_000),
    recoveredFen: optionalFen,
    workers: z.int().min(1, 'not_positive').max(WORKERS_MAX, 'too_large'),
  }),
  permission: 'welfare.work-order.handle',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now, actor } = tx;
    const { order, step, state } = await beginStep(tx, ask, ({ state: stands }) =>
      stands === 'CLASSIFIED' ? 'ANSWER' : 'REPLY',
    );
    const answered = {
      state,
      replySealed: own.vault.seal(ask.reply, replyPlace(order.orderId)),
      repliedAt: now,
      repliedBy: actor.id,
      repliedHere: true,
      recoveredFen: ask.recoveredFen,
      workers: ask.workers,
    };
    await writeStep(tx, { ...order, ...answered }, { step });
    return orderView(await readWorkOrder(sql, order.orderId), own.vault, now);
  },
});
