import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { optionalId, optionalText } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep } from './begin-step.ts';
import { orderView } from './view.ts';
import { orderStep, readWorkOrder } from './work-order.ts';
import { deskKeyOf, writeStep } from './write-step.ts';

/** Down, one level at a time. However often it is given to somebody else, its clock goes on. */
export const dispatchWorkOrder = command({
  schema: z
    .strictObject({
      ...orderStep,
      toNode: optionalText(12),
      toUnionId: optionalId,
      note: optionalText(500),
    })
    .refine((ask) => (ask.toNode === '') !== (ask.toUnionId === ''), {
      error: 'one_of',
      path: ['toNode'],
    }),
  permission: 'welfare.work-order.dispatch',
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now } = tx;
    const { toNode, toUnionId, note } = ask;
    const { order, step, state } = await beginStep(tx, ask, () => 'DISPATCH');
    const { orderId, unionId, memberId } = order;
    if (toUnionId === unionId) throw invalid('FIELD_INVALID', { field: 'toUnionId', rule: 'own' });
    if (toNode !== '') {
      if (!own.subordinates.includes(toNode))
        throw refused('WORK_ORDER_NODE_NOT_BELOW', { toNode });
      // Who is a member of this node is known to its own membership alone.
      if (memberId !== null) throw refused('WORK_ORDER_MEMBER_HERE');
      await deskKeyOf(sql, toNode);
    } else await requireLivingUnion(sql, toUnionId);
    const given =
      toNode === ''
        ? { handlerUnionId: toUnionId }
        : {
            handlerUnionId: null,
            toNode,
            heldBy: toNode,
            heardBelow: toNode === order.toNode ? order.heardBelow : 0n,
          };
    await writeStep(tx, { ...order, state, ...given }, { step, note });
    return orderView(await readWorkOrder(sql, orderId), own.vault, now);
  },
});
