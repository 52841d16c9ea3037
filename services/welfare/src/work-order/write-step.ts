// A step of an order is one row that stays, and a word to the nodes that have the order too: up to where it came from, down
// to where it was given (ADR 30). Nothing of it is readable on the way.
import { workOrderDispatched, workOrderTold } from '@gonglian/contracts/welfare.ts';
import type { WorkOrderClock } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { letterKeyOf, sealLetter, sealText } from '@gonglian/kernel/letter-seal.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { WorkOrderStep } from './steps.ts';
import { openReply } from './view.ts';
import { contentPlace, openCaller, saveWorkOrder, type WorkOrderRow } from './work-order.ts';

export interface Taken {
  step: WorkOrderStep | 'RECEIVE';
  note?: string;
  /** Left out: now. */
  at?: Date;
  /** The neighbour from which it was heard; left out: it was taken here. */
  heardFrom?: string;
}

export const LETTERS = 'welfare';
export const contentLetter = (orderId: string) => `work-order.content.${orderId}`;
export const replyLetter = (orderId: string) => `work-order.reply.${orderId}`;
export const noteLetter = (orderId: string) => `work-order.note.${orderId}`;

/** What those below need to hear; of all else the node above hears alone. */
const TOLD_DOWN: ReadonlySet<string> = new Set<WorkOrderStep>([
  'SEND_BACK',
  'REOPEN',
  'GRANT_EXTENSION',
  'DENY_EXTENSION',
  'SUPERVISE',
  'CLOSE',
  'CANCEL',
]);

/** Saves the order as it stands after the step; the version after it counts what is said of it. */
export async function writeStep(tx: Tx, after: WorkOrderRow, taken: Taken): Promise<void> {
  const { sql, now, actor } = tx;
  const { step, note = '', at = now, heardFrom = '' } = taken;
  await saveWorkOrder(sql, after);
  const no = after.version + 1;
  await sql`
    insert into work_order_step (order_id, no, union_id, handler_union_id, member_id, at, step, state, node,
      acted_by, note)
    values (${after.orderId}, ${no}, ${after.unionId}, ${after.handlerUnionId}, ${after.memberId}, ${at},
      ${step}, ${after.state}, ${heardFrom}, ${heardFrom === '' ? actor.id : ''}, ${note})`;
  const saved = { ...after, version: no };
  if (after.fromNode !== '' && heardFrom !== after.fromNode && after.replyKey !== null) {
    const goesUp = heardFrom === '' && (step === 'PASS' || step === 'RETURN');
    const yours = goesUp && after.heldBy === after.fromNode;
    tell(tx, saved, { step, note, at }, { node: after.fromNode, key: after.replyKey, yours });
  }
  const goesDown = after.toNode !== '' && heardFrom !== after.toNode;
  if (goesDown && step === 'DISPATCH' && heardFrom === '') await dispatch(tx, saved, note);
  if (goesDown && TOLD_DOWN.has(step)) {
    const key = await deskKeyOf(sql, after.toNode);
    tell(
      tx,
      saved,
      { step, note, at },
      { node: after.toNode, key, yours: step === 'SEND_BACK' && heardFrom === '' },
    );
  }
}

/** What is sealed for a node below; refused WORK_ORDER_DESK_CLOSED where it has not said that it takes orders. */
export async function deskKeyOf(sql: Sql, node: string): Promise<Buffer> {
  const [desk] = await sql<{ key: Buffer }>`
    select desk_key as key from work_order_desk where node = ${node} and node <> ''`;
  if (!desk) throw refused('WORK_ORDER_DESK_CLOSED', { node });
  return desk.key;
}

interface Addressee {
  node: string;
  key: Buffer;
  yours: boolean;
}

function tell(
  { own, node, emit }: Tx,
  order: WorkOrderRow,
  { step, note, at }: { step: string; note: string; at: Date },
  to: Addressee,
): void {
  const { orderId } = order;
  emit(workOrderTold, {
    orderId,
    fromNode: node,
    toNode: to.node,
    toldNo: BigInt(order.version),
    step,
    state: order.state,
    happenedAt: at.toISOString(),
    yours: to.yours,
    clock: clockOf(order),
    stoppedAt: order.stoppedAt?.toISOString() ?? '',
    extension: order.extension,
    supervisedOn: order.supervisedOn,
    repliedAt: order.repliedAt?.toISOString() ?? '',
    recoveredFen: BigInt(order.recoveredFen),
    workers: order.workers,
    satisfaction: order.satisfaction,
    replySealed: sealText(to.key, openReply(own.vault, order), replyLetter(orderId)),
    noteSealed: sealText(to.key, note, noteLetter(orderId)),
  });
}

function clockOf({ clock, dueOn, yellowAt }: WorkOrderRow): WorkOrderClock | undefined {
  if (clock === null || yellowAt === null) return undefined;
  return {
    startedAt: clock.startedAt.toISOString(),
    limitDays: clock.days,
    counted: clock.counted,
    extensionDays: clock.extensionDays,
    stops: [...clock.stops],
    dueOn,
    yellowAt: yellowAt.toISOString(),
  };
}

/** The order itself, with whoever asks: only the node that is to answer him can open it. */
async function dispatch({ sql, own, node, emit }: Tx, order: WorkOrderRow, note: string) {
  const { orderId, toNode } = order;
  const key = await deskKeyOf(sql, toNode);
  const said = {
    title: order.title,
    content: own.vault.open(order.contentSealed, contentPlace(orderId)),
    caller: openCaller(own.vault, order),
  };
  emit(workOrderDispatched, {
    orderId,
    fromNode: node,
    toNode,
    toldNo: BigInt(order.version),
    intake: order.intake,
    orderKind: order.orderKind,
    orderClass: order.orderClass,
    regionCode: order.regionCode,
    tags: order.tags,
    receivedAt: order.receivedAt.toISOString(),
    clock: clockOf(order),
    extension: order.extension,
    supervisedOn: order.supervisedOn,
    reopened: order.reopened,
    contentSealed: sealLetter(key, JSON.stringify(said), contentLetter(orderId)),
    noteSealed: sealText(key, note, noteLetter(orderId)),
    replyKey: letterKeyOf(own.vault, LETTERS).publicKey,
  });
}
