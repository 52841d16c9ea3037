// A node says to the node above that it takes work orders, with the key that is its own, and who sits at its desk.
import { hotlineDeskStaffed, workOrderDeskOpened } from '@gonglian/contracts/welfare.ts';
import type {
  WorkOrderDesk,
  WorkOrderDeskList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { letterKeyOf } from '@gonglian/kernel/letter-seal.ts';
import { count, nothing } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, query } from '../pipeline.ts';
import { enterDesk } from './enter-desk.ts';
import { LETTERS } from './write-step.ts';

const DESKS_MAX = 500;

/** Said again whenever somebody comes or goes; the last word holds. */
export const openWorkOrderDesk = command({
  schema: z.strictObject({ seats: count, lawyers: count, handlers: count }),
  permission: 'welfare.work-order-desk.open',
  async run({ sql, own, node, now, emit }, staff): Promise<WorkOrderDesk> {
    const openedOn = chinaDate(now);
    const unionId = nodeRootUnionId(node);
    const deskKey = letterKeyOf(own.vault, LETTERS).publicKey;
    await enterDesk(sql, { node: '', unionId, deskKey, openedOn, ...staff });
    emit(hotlineDeskStaffed, { unionId, ...staff, staffedOn: openedOn });
    if (own.superior !== null)
      emit(workOrderDeskOpened, {
        fromNode: node,
        toNode: own.superior,
        deskKey,
        ...staff,
        openedOn,
      });
    return { node, openedOn, ...staff };
  },
});

export const listWorkOrderDesks = query({
  schema: nothing,
  permission: 'welfare.work-order.read',
  async run({ sql, node }): Promise<WorkOrderDeskList> {
    const items = await sql<WorkOrderDesk>`
      select coalesce(nullif(d.node, ''), ${node}) as node, opened_on::text as "openedOn", seats, lawyers, handlers
      from work_order_desk as d order by d.node limit ${DESKS_MAX}`;
    return { items };
  },
});
