import type { WorkOrderDesk } from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import type { Sql } from '../pipeline.ts';

interface Desk extends WorkOrderDesk {
  unionId: string;
  deskKey: Buffer;
}

export async function enterDesk(sql: Sql, desk: Desk): Promise<void> {
  await sql`
    insert into work_order_desk (node, union_id, desk_key, opened_on, seats, lawyers, handlers)
    values (${desk.node}, ${desk.unionId}, ${desk.deskKey}, ${desk.openedOn}, ${desk.seats}, ${desk.lawyers},
      ${desk.handlers})
    on conflict (node) do update set desk_key = excluded.desk_key, opened_on = excluded.opened_on,
      seats = excluded.seats, lawyers = excluded.lawyers, handlers = excluded.handlers`;
}
