import { hotlineCalled } from '@gonglian/contracts/welfare.ts';
import type { HotlineCalls } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { ORDER_KINDS } from './work-order.ts';

const CALLS_MAX = 10_000;

/** Nothing is kept of who called: what was answered while the call lasted needs nobody to call back. */
export const recordHotlineCalls = command({
  schema: z.strictObject({
    unionId: id,
    calledOn: date,
    orderKind: code(ORDER_KINDS),
    calls: z.int().min(1, 'not_positive').max(CALLS_MAX, 'too_large'),
  }),
  permission: 'welfare.work-order.receive',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<HotlineCalls> {
    const { unionId, calledOn, orderKind, calls } = ask;
    await requireLivingUnion(sql, unionId);
    decideDay(calledOn, '', chinaDate(now));
    const callId = newId();
    await sql`
      insert into hotline_call (call_id, union_id, called_on, order_kind, calls)
      values (${callId}, ${unionId}, ${calledOn}, ${orderKind}, ${calls})`;
    emit(hotlineCalled, { callId, unionId, orderKind, calls, calledOn });
    return ask;
  },
});
