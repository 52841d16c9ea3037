import type { Petition } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { enterOrder } from './enter-order.ts';
import { petitionView, requireMember } from './petition.ts';
import { readWorkOrder } from './work-order.ts';

/** Of his own union, which classifies it like any other order. */
export const openPetition = command({
  schema: z.strictObject({ title: text(100), content: text(4_000) }),
  permission: 'welfare.petition.open',
  async run(tx, { title, content }): Promise<Petition> {
    const { memberId, unionId } = requireMember(tx.actor);
    await tx.beyondScope('his union, and the first step of his order');
    await requireLivingUnion(tx.sql, unionId);
    const orderId = await enterOrder(tx, { unionId, intake: 'PETITION', title, content, memberId });
    return petitionView(await readWorkOrder(tx.sql, orderId), tx.own.vault);
  },
});
