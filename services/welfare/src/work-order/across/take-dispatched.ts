// An order comes down from the node above: once, or again after it was returned, sent back or reopened there.
import type { WorkOrderDispatched } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { isId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { letterKeyOf, openText } from '@gonglian/kernel/letter-seal.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import { z } from 'zod';
import type { Tx } from '../../pipeline.ts';
import type { Extension } from '../steps.ts';
import { WORK_ORDER_CLASSES } from '../work-order-policy.ts';
import {
  contentPlace,
  holdWorkOrder,
  ORDER_KINDS,
  readWorkOrder,
  sealCaller,
  UNANSWERED,
  type WorkOrderRow,
} from '../work-order.ts';
import { contentLetter, LETTERS, noteLetter, writeStep } from '../write-step.ts';
import { clockIn, instantOf } from './letter-clock.ts';

const KEY_BYTES = 32;
const TAGS_MAX = 10;

const Content = z.strictObject({
  title: z.string().min(1).max(100),
  content: z.string().min(1).max(4_000),
  caller: z.strictObject({ name: z.string().max(50), phone: z.string().max(20) }),
});

/** WORK_ORDER_NOT_YOURS for who is not above, or for an order that lies here. */
export async function takeDispatched(
  tx: Tx,
  from: string,
  said: WorkOrderDispatched,
): Promise<void> {
  demandWhole(said);
  const { sql, own, node } = tx;
  const { orderId, toldNo } = said;
  const known = await holdWorkOrder(sql, orderId);
  const theirs = own.superior === from && said.fromNode === from && said.toNode === node;
  if (!theirs || (known && known.fromNode !== from))
    throw refused('WORK_ORDER_NOT_YOURS', { from, subject: orderId });
  if (known && toldNo <= known.heardAbove) return;
  const key = letterKeyOf(own.vault, LETTERS);
  const opened = Content.safeParse(
    JSON.parse(key.open(said.contentSealed, contentLetter(orderId))),
  );
  demandForm(opened.success);
  const { title, content, caller } = opened.data;
  const order = known ?? (await enter(tx, said, title, content));
  const after: WorkOrderRow = {
    ...order,
    ...UNANSWERED,
    ...clockIn(said.clock),
    title,
    contentSealed: own.vault.seal(content, contentPlace(orderId)),
    callerSealed: sealCaller(own.vault, orderId, caller),
    state: 'DISPATCHED',
    handlerUnionId: null,
    heldBy: '',
    orderKind: said.orderKind,
    orderClass: said.orderClass,
    regionCode: said.regionCode,
    tags: said.tags,
    extension: said.extension as Extension,
    supervisedOn: said.supervisedOn,
    reopened: said.reopened,
    replyKey: Buffer.from(said.replyKey),
    heardAbove: toldNo,
  };
  const note = openText(key, said.noteSealed, noteLetter(orderId));
  await writeStep(tx, after, { step: 'DISPATCH', note, heardFrom: from });
}

function demandWhole(said: WorkOrderDispatched): void {
  demandForm(isId(said.orderId) && said.toldNo > 0n && said.replyKey.length === KEY_BYTES);
  demandForm(includes(['CALL', 'TRANSFER', 'PETITION'], said.intake));
  demandForm(includes(ORDER_KINDS, said.orderKind));
  demandForm(includes(WORK_ORDER_CLASSES, said.orderClass));
  demandForm(includes(['', 'ASKED', 'GRANTED', 'DENIED'], said.extension));
  demandForm(said.regionCode.length <= 12 && said.tags.length <= TAGS_MAX);
  demandForm(said.tags.every((tag) => tag.length <= 20));
}

/** Of this node's own desk, whoever it will be given to. */
async function enter(
  { sql, own, node }: Tx,
  said: WorkOrderDispatched,
  title: string,
  content: string,
): Promise<WorkOrderRow> {
  const { orderId } = said;
  await sql`
    insert into work_order (order_id, union_id, intake, title, content_sealed, state, received_at, from_node,
      version)
    values (${orderId}, ${nodeRootUnionId(node)}, ${said.intake}, ${title},
      ${own.vault.seal(content, contentPlace(orderId))}, 'RECEIVED', ${instantOf(said.receivedAt)},
      ${said.fromNode}, 0)`;
  return readWorkOrder(sql, orderId);
}
