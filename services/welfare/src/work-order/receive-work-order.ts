// A call that is not answered on the spot, or a ticket of somebody else, becomes a work order. Whoever calls may stay unnamed.
import { hotlineCalled } from '@gonglian/contracts/welfare.ts';
import type { WorkOrder } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { code, id, optionalText, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { enterOrder } from './enter-order.ts';
import { orderView } from './view.ts';
import { readWorkOrder } from './work-order.ts';

const PHONE = /^[0-9+][0-9-]{4,19}$/;

const ReceiveWorkOrder = z.strictObject({
  unionId: id,
  intake: code(['CALL', 'TRANSFER']),
  source: optionalText(50),
  sourceNo: optionalText(50),
  callerName: optionalText(50),
  callerPhone: optionalText(20).refine((phone) => phone === '' || PHONE.test(phone), 'not_a_phone'),
  title: text(100),
  content: text(4_000),
});

export const receiveWorkOrder = command({
  schema: ReceiveWorkOrder,
  permission: 'welfare.work-order.receive',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<WorkOrder> {
    const { sql, own, now, emit } = tx;
    const { unionId, intake, source, sourceNo, title, content } = ask;
    const isTransfer = intake === 'TRANSFER';
    if (isTransfer !== (source !== ''))
      throw invalid('FIELD_INVALID', { field: 'source', rule: isTransfer ? 'required' : 'own' });
    await requireLivingUnion(sql, unionId);
    const caller = { name: ask.callerName, phone: ask.callerPhone };
    const orderId = await enterOrder(tx, {
      unionId,
      intake,
      source,
      sourceNo,
      title,
      content,
      caller,
    });
    const calledOn = chinaDate(now);
    if (intake === 'CALL') {
      const call = { callId: newId(), unionId, orderKind: '', calls: 1, calledOn };
      await sql`
        insert into hotline_call (call_id, union_id, called_on, order_kind, calls)
        values (${call.callId}, ${unionId}, ${calledOn}, '', 1)`;
      emit(hotlineCalled, call);
    }
    return orderView(await readWorkOrder(sql, orderId), own.vault, now);
  },
});
