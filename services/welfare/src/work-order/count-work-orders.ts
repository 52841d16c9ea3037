import type {
  WorkOrderFigure,
  WorkOrderFigures,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { daysBetween } from '@gonglian/kernel/dates.ts';
import { date, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const DAYS_MAX = 732;
const FIGURES_MAX = 5_000;

type Figure = Omit<WorkOrderFigure, 'recoveredFen'> & { recoveredFen: string };

/** Of orders that were received here or came down, by the day they came in anywhere. */
export const countWorkOrders = query({
  schema: z
    .strictObject({ unionId: optionalId, fromOn: date, toOn: date })
    .refine(({ fromOn, toOn }) => fromOn <= toOn && daysBetween(fromOn, toOn) <= DAYS_MAX, {
      error: 'out_of_range',
      path: ['toOn'],
    }),
  permission: 'welfare.work-order.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, fromOn, toOn }): Promise<WorkOrderFigures> {
    const one = unionId || null;
    const figures = await sql<Figure>`
      select order_kind as "orderKind", region_code as "regionCode", count(*)::int as received,
        count(*) filter (where to_node <> '' or handler_union_id is not null)::int as dispatched,
        count(replied_at)::int as replied,
        count(*) filter (where (replied_at at time zone 'Asia/Shanghai')::date <= due_on)::int as "onTime",
        count(*) filter (where state in ('CLOSED', 'ARCHIVED'))::int as closed,
        count(*) filter (where satisfaction > 0)::int as rated, sum(satisfaction)::int as "satisfactionSum",
        sum(recovered_fen)::text as "recoveredFen"
      from work_order
      where received_at >= (${fromOn}::date)::timestamp at time zone 'Asia/Shanghai'
        and received_at < (${toOn}::date + 1)::timestamp at time zone 'Asia/Shanghai'
        and (${one}::uuid is null or ${one}::uuid in (union_id, handler_union_id))
      group by order_kind, region_code order by 1, 2 limit ${FIGURES_MAX}`;
    const [calls] = await sql<{ answered: number }>`
      select coalesce(sum(calls), 0)::int as answered from hotline_call
      where order_kind <> '' and called_on between ${fromOn} and ${toOn}
        and (${one}::uuid is null or union_id = ${one}::uuid)`;
    return {
      items: figures.map((row) => ({ ...row, recoveredFen: BigInt(row.recoveredFen) })),
      callsAnswered: calls?.answered ?? 0,
    };
  },
});
