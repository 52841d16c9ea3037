// What a neighbour did with an order that both have: from below how it stands there, from above what was decided of it.
import type { WorkOrderTold } from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import { chinaDate, isCalendarDate } from '@gonglian/kernel/dates.ts';
import { isId } from '@gonglian/kernel/id.ts';
import { letterKeyOf, openText } from '@gonglian/kernel/letter-seal.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { demandForm, includes } from '@gonglian/service/letter-form.ts';
import type { Tx } from '../../pipeline.ts';
import { welfarePolicy } from '../../policy.ts';
import { decideDue, type Due } from '../clock.ts';
import { tellHandled } from '../tell-handled.ts';
import {
  OVER,
  STEPS,
  WORK_ORDER_STATES,
  type Extension,
  type WorkOrderState,
  type WorkOrderStep,
} from '../steps.ts';
import { holdWorkOrder, replyPlace, UNANSWERED, type WorkOrderRow } from '../work-order.ts';
import { LETTERS, noteLetter, replyLetter, writeStep } from '../write-step.ts';
import { clockIn, instantOf, instantOrNull } from './letter-clock.ts';

/** WORK_ORDER_NOT_YOURS for who does not have it with this node. A word that was heard before is passed over. */
export async function takeTold(tx: Tx, from: string, said: WorkOrderTold): Promise<void> {
  demandWhole(said);
  const { orderId, toldNo } = said;
  const order = await holdWorkOrder(tx.sql, orderId);
  const addressed = said.fromNode === from && said.toNode === tx.node;
  const theirs = addressed && (order?.fromNode === from || order?.toNode === from);
  if (!order || !theirs) throw refused('WORK_ORDER_NOT_YOURS', { from, subject: orderId });
  const isAbove = order.fromNode === from;
  if (toldNo <= (isAbove ? order.heardAbove : order.heardBelow)) return;
  // Both wrote at once: what is over stays over.
  if (OVER.includes(order.state)) return;
  const step = said.step as WorkOrderStep;
  const after = isAbove ? fromAbove(order, said, tx.now) : fromBelow(tx, order, said);
  const note = openText(letterKeyOf(tx.own.vault, LETTERS), said.noteSealed, noteLetter(orderId));
  await writeStep(tx, after, { step, note, at: instantOf(said.happenedAt), heardFrom: from });
  if (isAbove && step === 'CLOSE') tellHandled(tx, after);
}

function demandWhole(said: WorkOrderTold): void {
  demandForm(isId(said.orderId) && said.toldNo > 0n && includes(Object.keys(STEPS), said.step));
  demandForm(includes(WORK_ORDER_STATES, said.state));
  demandForm(includes(['', 'ASKED', 'GRANTED', 'DENIED'], said.extension));
  demandForm(said.supervisedOn === '' || isCalendarDate(said.supervisedOn));
  demandForm(said.recoveredFen >= 0n && said.workers >= 0);
  demandForm(said.satisfaction >= 0 && said.satisfaction <= 5);
}

/** What lies here again changes by nothing that is done below, but that somebody there supervises it. */
function fromBelow(tx: Tx, order: WorkOrderRow, said: WorkOrderTold): WorkOrderRow {
  const heard = { ...order, heardBelow: said.toldNo };
  const supervisedOn = said.supervisedOn || order.supervisedOn;
  if (order.heldBy !== said.fromNode) return { ...heard, supervisedOn };
  return { ...standing(tx, heard, said), supervisedOn };
}

/** An extension that was decided here meanwhile stands, and so do its days. */
function standing({ own, now }: Tx, order: WorkOrderRow, said: WorkOrderTold): WorkOrderRow {
  const { orderId } = order;
  const told = clockIn(said.clock);
  const isDecided = order.extension === 'GRANTED' || order.extension === 'DENIED';
  const extensionDays = Math.max(order.clock?.extensionDays ?? 0, told.clock?.extensionDays ?? 0);
  const isLonger = told.clock !== null && extensionDays > told.clock.extensionDays;
  const clock = told.clock && { ...told.clock, extensionDays };
  const due: Due | object = isLonger && clock ? dueOf(clock, now) : {};
  const key = letterKeyOf(own.vault, LETTERS);
  const reply = openText(key, said.replySealed, replyLetter(orderId));
  const isReturned = said.yours && said.step === 'RETURN';
  return {
    ...order,
    ...told,
    clock,
    ...due,
    state: said.state as WorkOrderState,
    extension: isDecided ? order.extension : (said.extension as Extension),
    stoppedAt: instantOrNull(said.stoppedAt),
    replySealed: reply === '' ? null : own.vault.seal(reply, replyPlace(orderId)),
    repliedAt: instantOrNull(said.repliedAt),
    repliedBy: '',
    repliedHere: false,
    recoveredFen: Number(said.recoveredFen),
    workers: said.workers,
    heldBy: said.yours ? '' : order.heldBy,
    toNode: isReturned ? '' : order.toNode,
  };
}

/** How it stands is known below; from above comes what was decided, each its own field. */
function fromAbove(order: WorkOrderRow, said: WorkOrderTold, now: Date): WorkOrderRow {
  const heard = { ...order, heardAbove: said.toldNo };
  const on = chinaDate(instantOf(said.happenedAt));
  switch (said.step) {
    case 'GRANT_EXTENSION':
      return { ...heard, extension: 'GRANTED', ...longer(order, said, now) };
    case 'DENY_EXTENSION':
      return { ...heard, extension: 'DENIED' };
    case 'SUPERVISE':
      return { ...heard, supervisedOn: said.supervisedOn };
    case 'SEND_BACK':
      return {
        ...heard,
        ...UNANSWERED,
        state: 'ACCEPTED',
        heldBy: said.yours ? '' : order.heldBy,
      };
    case 'REOPEN':
      return { ...heard, ...UNANSWERED, state: 'REOPENED', reopened: true };
    case 'CLOSE':
      return { ...heard, state: 'CLOSED', satisfaction: said.satisfaction, closedOn: on };
    case 'CANCEL':
      return { ...heard, state: 'CANCELLED' };
    default:
      return heard;
  }
}

/** By the clock as it stands here: whoever has the order knows best how long the caller was waited for. */
function longer({ clock }: WorkOrderRow, said: WorkOrderTold, now: Date): Partial<WorkOrderRow> {
  if (clock === null) return {};
  const extended = { ...clock, extensionDays: clockIn(said.clock).clock?.extensionDays ?? 0 };
  return { clock: extended, ...dueOf(extended, now) };
}

const dueOf = (clock: NonNullable<WorkOrderRow['clock']>, now: Date): Due =>
  decideDue(clock, welfarePolicy('hotline.yellow_percent', chinaDate(now)));
