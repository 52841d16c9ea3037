// How an order is shown: callers masked, the light as it stands now, or as it stood when the clock did.
import type {
  WorkOrder,
  WorkOrderFile,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/work_order.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { maskName, maskPhone } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Reading } from '../pipeline.ts';
import { daysLeft, lightOf } from './clock.ts';
import { OVER } from './steps.ts';
import { contentPlace, openCaller, replyPlace, type WorkOrderRow } from './work-order.ts';

const STEPS_MAX = 500;

const text = (at: Date | null): string => at?.toISOString() ?? '';

/** Answered by the end of its last day. */
export const isOnTime = ({ repliedAt, dueOn }: Pick<WorkOrderRow, 'repliedAt' | 'dueOn'>) =>
  repliedAt !== null && chinaDate(repliedAt) <= dueOn;

/** When the clock stood still for good or for now; what is over without an answer has no light. */
function measuredAt({ repliedAt, stoppedAt, state }: WorkOrderRow, now: Date): Date | undefined {
  return repliedAt ?? stoppedAt ?? (OVER.includes(state) ? undefined : now);
}

export function orderView(order: WorkOrderRow, vault: Vault, now: Date): WorkOrder {
  const caller = openCaller(vault, order);
  const at = measuredAt(order, now);
  const { clock } = order;
  return {
    orderId: order.orderId,
    unionId: order.unionId,
    unionName: order.unionName,
    handlerUnionId: order.handlerUnionId ?? '',
    handlerUnionName: order.handlerUnionName,
    intake: order.intake,
    source: order.source,
    sourceNo: order.sourceNo,
    anonymous: order.callerSealed === null && order.memberId === null,
    callerNameMasked: caller.name && maskName(caller.name, 'strict'),
    callerPhoneMasked: caller.phone && maskPhone(caller.phone),
    title: order.title,
    orderKind: order.orderKind,
    orderClass: order.orderClass,
    regionCode: order.regionCode,
    tags: order.tags,
    state: order.state,
    receivedAt: text(order.receivedAt),
    classifiedAt: text(clock?.startedAt ?? null),
    dueOn: order.dueOn,
    light: at === undefined ? '' : lightOf(order, at),
    extension: order.extension,
    extensionDays: clock?.extensionDays ?? 0,
    fromNode: order.fromNode,
    toNode: order.toNode,
    heldBy: order.heldBy,
    repliedAt: text(order.repliedAt),
    onTime: isOnTime(order),
    recoveredFen: BigInt(order.recoveredFen),
    workers: order.workers,
    supervisedOn: order.supervisedOn,
    reopened: order.reopened,
    mergedInto: order.mergedInto,
    agency: order.agency,
    agencyNo: order.agencyNo,
    satisfaction: order.satisfaction,
    closedOn: order.closedOn,
    version: order.version,
    counted: clock?.counted ?? '',
    limitDays: clock?.days ?? 0,
    daysLeft: clock === null || at === undefined ? 0 : daysLeft(clock, order.dueOn, at),
  };
}

export const openReply = (
  vault: Vault,
  { orderId, replySealed }: Pick<WorkOrderRow, 'orderId' | 'replySealed'>,
): string => (replySealed === null ? '' : vault.open(replySealed, replyPlace(orderId)));

export async function orderFile(
  { sql, own, now }: Pick<Reading, 'sql' | 'own' | 'now'>,
  order: WorkOrderRow,
): Promise<WorkOrderFile> {
  const { orderId } = order;
  const steps = await sql<WorkOrderFile['steps'][number]>`
    select no, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, step, state, node,
      acted_by as "actedBy", note
    from work_order_step where order_id = ${orderId} order by no limit ${STEPS_MAX}`;
  return {
    order: orderView(order, own.vault, now),
    content: own.vault.open(order.contentSealed, contentPlace(orderId)),
    reply: openReply(own.vault, order),
    steps,
  };
}
