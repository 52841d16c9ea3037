import type { WorkOrderList } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { OVER, RUNNING, WORK_ORDER_STATES, type WorkOrderState } from './steps.ts';
import { orderView } from './view.ts';
import { ANY, findWorkOrders, type WantedOrders } from './work-order.ts';

const LIGHTS = ['', 'GREEN', 'YELLOW', 'RED'] as const;
const OPEN = WORK_ORDER_STATES.filter((state) => !OVER.includes(state));

/** By union, state and light. There is no way to ask for what somebody has called about before. */
export const listWorkOrders = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: z.string().pipe(z.enum(['', 'OPEN', ...WORK_ORDER_STATES], 'unknown_code')),
    light: z.string().pipe(z.enum(LIGHTS, 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
    mine: z.boolean(),
  }),
  permission: 'welfare.work-order.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, actor }, ask): Promise<WorkOrderList> {
    const rows = await findWorkOrders(sql, {
      ...ANY,
      unionId: ask.unionId || null,
      states: statesOf(ask.state, ask.light),
      ...lit(ask.light, now),
      waitingFor: ask.mine ? actor.scope : null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => orderView(row, own.vault, now)),
      nextCursor: last?.orderId ?? '',
    };
  },
});

/** A light is looked for among those whose clock runs. */
function statesOf(
  state: WorkOrderState | 'OPEN' | '',
  light: (typeof LIGHTS)[number],
): readonly WorkOrderState[] | null {
  const asked = state === '' ? null : state === 'OPEN' ? OPEN : [state];
  if (light === '') return asked;
  return RUNNING.filter((one) => asked?.includes(one) ?? true);
}

function lit(light: (typeof LIGHTS)[number], now: Date): Partial<WantedOrders> {
  const today = chinaDate(now);
  if (light === 'RED') return { dueBefore: today };
  if (light === 'YELLOW') return { dueFrom: today, yellowBy: now };
  return light === 'GREEN' ? { greenAt: now } : {};
}
