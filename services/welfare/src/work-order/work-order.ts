// A work order as it is kept: read, locked and saved whole. What was said and who said it are sealed.
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql } from '../pipeline.ts';
import type { Clock } from './clock.ts';
import { AT_DESK, AT_HANDLER, type Extension, type WorkOrderState } from './steps.ts';

export const ORDER_KINDS = ['CONSULT', 'SERVICE', 'COMPLAINT', 'LEGAL_AID', 'SUGGESTION'] as const;
export type Intake = 'CALL' | 'TRANSFER' | 'PETITION';

export interface WorkOrderRow {
  orderId: string;
  unionId: string;
  unionName: string;
  handlerUnionId: string | null;
  handlerUnionName: string;
  intake: Intake;
  source: string;
  sourceNo: string;
  memberId: string | null;
  callerSealed: Buffer | null;
  title: string;
  contentSealed: Buffer;
  orderKind: string;
  orderClass: string;
  regionCode: string;
  tags: string[];
  state: WorkOrderState;
  receivedAt: Date;
  /** Null before it is classified. */
  clock: Clock | null;
  extension: Extension;
  stoppedAt: Date | null;
  dueOn: string;
  yellowAt: Date | null;
  fromNode: string;
  toNode: string;
  heldBy: string;
  /** What is sealed for the node above is sealed with this. */
  replyKey: Buffer | null;
  heardAbove: bigint;
  heardBelow: bigint;
  replySealed: Buffer | null;
  repliedAt: Date | null;
  repliedBy: string;
  repliedHere: boolean;
  recoveredFen: number;
  workers: number;
  supervisedOn: string;
  reopened: boolean;
  mergedInto: string;
  agency: string;
  agencyNo: string;
  satisfaction: number;
  closedOn: string;
  version: number;
}

/** What each step of an order names. */
export const orderStep = { orderId: id, expectedVersion };

export const contentPlace = (orderId: string) => `work_order.content.${orderId}`;
export const callerPlace = (orderId: string) => `work_order.caller.${orderId}`;
export const replyPlace = (orderId: string) => `work_order.reply.${orderId}`;

export interface Said {
  name: string;
  phone: string;
}

/** Nothing where the caller stays unnamed. */
export const sealCaller = (vault: Vault, orderId: string, caller: Said): Buffer | null =>
  caller.name === '' && caller.phone === ''
    ? null
    : vault.seal(JSON.stringify(caller), callerPlace(orderId));

export const openCaller = (
  vault: Vault,
  { orderId, callerSealed }: Pick<WorkOrderRow, 'orderId' | 'callerSealed'>,
): Said =>
  callerSealed === null
    ? { name: '', phone: '' }
    : (JSON.parse(vault.open(callerSealed, callerPlace(orderId))) as Said);

/** Under the key by which it is known below; WORK_ORDER_UNKNOWN where it is out of reach. */
export async function readWorkOrder(sql: Sql, orderId: string): Promise<WorkOrderRow> {
  const [order] = await findWorkOrders(sql, { ...ANY, orderId, limit: 1 });
  if (!order) throw notFound('WORK_ORDER_UNKNOWN', { orderId });
  return order;
}

/** Nobody else changes it until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockWorkOrder(
  sql: Sql,
  ask: { orderId: string; expectedVersion: number },
): Promise<WorkOrderRow> {
  await sql`select from work_order where order_id = ${ask.orderId} for update`;
  const order = await readWorkOrder(sql, ask.orderId);
  if (order.version !== ask.expectedVersion)
    throw stale('VERSION_MOVED', { version: order.version });
  return order;
}

/** Of a letter: the order under its lock, or nothing where it is not known here. */
export async function holdWorkOrder(sql: Sql, orderId: string): Promise<WorkOrderRow | undefined> {
  await sql`select from work_order where order_id = ${orderId} for update`;
  const [order] = await findWorkOrders(sql, { ...ANY, orderId, limit: 1 });
  return order;
}

export interface WantedOrders {
  orderId: string | null;
  unionId: string | null;
  memberId: string | null;
  states: readonly WorkOrderState[] | null;
  /** Last days from and up to which, and when it turns or turned yellow. */
  dueFrom: string | null;
  dueBefore: string | null;
  yellowBy: Date | null;
  greenAt: Date | null;
  /** The union that has to do the next step. */
  waitingFor: string | null;
  before: string | null;
  limit: number;
}
export const ANY: Omit<WantedOrders, 'limit'> = {
  orderId: null,
  unionId: null,
  memberId: null,
  states: null,
  dueFrom: null,
  dueBefore: null,
  yellowBy: null,
  greenAt: null,
  waitingFor: null,
  before: null,
};

type Told = Omit<WorkOrderRow, 'receivedAt' | 'clock' | 'stoppedAt' | 'yellowAt' | 'repliedAt'> & {
  receivedMs: number;
  startedMs: number | null;
  limitDays: number;
  counted: 'WORKING' | 'CALENDAR';
  extensionDays: number;
  stops: string[];
  stoppedMs: number | null;
  yellowMs: number | null;
  repliedMs: number | null;
};

/** The newest first. */
export async function findWorkOrders(sql: Sql, of: WantedOrders): Promise<WorkOrderRow[]> {
  const rows = await sql<Told>`
    select o.order_id as "orderId", o.union_id as "unionId", u.name as "unionName",
      o.handler_union_id as "handlerUnionId", coalesce(h.name, '') as "handlerUnionName", o.intake, o.source,
      o.source_no as "sourceNo", o.member_id as "memberId", o.caller_sealed as "callerSealed", o.title,
      o.content_sealed as "contentSealed", o.order_kind as "orderKind", o.order_class as "orderClass",
      o.region_code as "regionCode", o.tags, o.state,
      extract(epoch from o.received_at)::float8 * 1000 as "receivedMs",
      extract(epoch from o.started_at)::float8 * 1000 as "startedMs", o.limit_days as "limitDays", o.counted,
      o.extension, o.extension_days as "extensionDays", o.stops,
      extract(epoch from o.stopped_at)::float8 * 1000 as "stoppedMs",
      coalesce(o.due_on::text, '') as "dueOn", extract(epoch from o.yellow_at)::float8 * 1000 as "yellowMs",
      o.from_node as "fromNode", o.to_node as "toNode", o.held_by as "heldBy", o.reply_key as "replyKey",
      o.heard_above::text as "heardAbove", o.heard_below::text as "heardBelow",
      o.reply_sealed as "replySealed", extract(epoch from o.replied_at)::float8 * 1000 as "repliedMs",
      o.replied_by as "repliedBy", o.replied_here as "repliedHere", o.recovered_fen::float8 as "recoveredFen",
      o.workers, coalesce(o.supervised_on::text, '') as "supervisedOn", o.reopened,
      coalesce(o.merged_into::text, '') as "mergedInto", o.agency, o.agency_no as "agencyNo", o.satisfaction,
      coalesce(o.closed_on::text, '') as "closedOn", o.version
    from work_order as o join known_union as u using (union_id)
    left join known_union as h on h.union_id = o.handler_union_id
    where (${of.orderId}::uuid is null or o.order_id = ${of.orderId}::uuid)
      and (${of.unionId}::uuid is null or ${of.unionId}::uuid in (o.union_id, o.handler_union_id))
      and (${of.memberId}::uuid is null or o.member_id = ${of.memberId}::uuid)
      and (${of.states}::text[] is null or o.state = any(${of.states}::text[]))
      and (${of.dueFrom}::date is null or o.due_on >= ${of.dueFrom}::date)
      and (${of.dueBefore}::date is null or o.due_on < ${of.dueBefore}::date)
      and (${of.yellowBy}::timestamptz is null or o.yellow_at <= ${of.yellowBy}::timestamptz)
      and (${of.greenAt}::timestamptz is null or o.yellow_at > ${of.greenAt}::timestamptz)
      and (${of.waitingFor}::uuid is null or ${of.waitingFor}::uuid = o.union_id
          and (o.held_by = '' and o.state = any(${AT_DESK}) or o.from_node = '' and o.extension = 'ASKED')
        or ${of.waitingFor}::uuid = coalesce(o.handler_union_id, o.union_id)
          and o.held_by = '' and o.state = any(${AT_HANDLER}))
      and (${of.before}::uuid is null or o.order_id < ${of.before}::uuid)
    order by o.order_id desc limit ${of.limit}`;
  return rows.map(rowOf);
}

const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(Math.round(ms)));

function rowOf({
  receivedMs,
  startedMs,
  limitDays: days,
  counted,
  extensionDays,
  stops,
  stoppedMs,
  yellowMs,
  repliedMs,
  ...row
}: Told): WorkOrderRow {
  const startedAt = instant(startedMs);
  return {
    ...row,
    heardAbove: BigInt(row.heardAbove),
    heardBelow: BigInt(row.heardBelow),
    receivedAt: new Date(Math.round(receivedMs)),
    clock: startedAt && { startedAt, days, counted, extensionDays, stops },
    stoppedAt: instant(stoppedMs),
    yellowAt: instant(yellowMs),
    repliedAt: instant(repliedMs),
  };
}

/** All of it that may change, one version on. */
export async function saveWorkOrder(sql: Sql, order: WorkOrderRow): Promise<void> {
  const { clock } = order;
  await sql`
    update work_order set handler_union_id = ${order.handlerUnionId}, title = ${order.title},
      content_sealed = ${order.contentSealed}, caller_sealed = ${order.callerSealed},
      order_kind = ${order.orderKind}, order_class = ${order.orderClass},
      region_code = ${order.regionCode}, tags = ${order.tags}, state = ${order.state},
      started_at = ${clock?.startedAt ?? null}, limit_days = ${clock?.days ?? null},
      counted = ${clock?.counted ?? null}, extension_days = ${clock?.extensionDays ?? 0},
      stops = ${clock?.stops ?? []}, extension = ${order.extension}, stopped_at = ${order.stoppedAt},
      due_on = ${order.dueOn || null}, yellow_at = ${order.yellowAt}, to_node = ${order.toNode},
      held_by = ${order.heldBy}, reply_key = ${order.replyKey}, heard_above = ${order.heardAbove},
      heard_below = ${order.heardBelow}, reply_sealed = ${order.replySealed},
      replied_at = ${order.repliedAt}, replied_by = ${order.repliedBy},
      replied_here = ${order.repliedHere}, recovered_fen = ${order.recoveredFen},
      workers = ${order.workers}, supervised_on = ${order.supervisedOn || null},
      reopened = ${order.reopened}, merged_into = ${order.mergedInto || null}, agency = ${order.agency},
      agency_no = ${order.agencyNo}, satisfaction = ${order.satisfaction},
      closed_on = ${order.closedOn || null}, version = version + 1
    where order_id = ${order.orderId}`;
}

/** Whoever answered before, it is open again. */
export const UNANSWERED: Partial<WorkOrderRow> = {
  replySealed: null,
  repliedAt: null,
  repliedBy: '',
  repliedHere: false,
  recoveredFen: 0,
  workers: 0,
};
