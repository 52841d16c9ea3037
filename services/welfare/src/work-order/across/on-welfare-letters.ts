import {
  WorkOrderDeskOpened,
  WorkOrderDispatched,
  WorkOrderTold,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { LetterArrived } from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { letterArrived } from '@gonglian/contracts/sync.ts';
import { reaction, type Tx } from '../../pipeline.ts';
import { takeDesk } from './take-desk.ts';
import { takeDispatched } from './take-dispatched.ts';
import { takeTold } from './take-told.ts';

type Taking = (tx: Tx, from: string, said: unknown) => Promise<void>;

/** What each kind says, and what comes of it. */
const KINDS: Readonly<Record<string, Taking>> = {
  'work-order-desk.opened': (tx, from, said) =>
    takeDesk(tx, from, WorkOrderDeskOpened.fromJSON(said)),
  'work-order.dispatched': (tx, from, said) =>
    takeDispatched(tx, from, WorkOrderDispatched.fromJSON(said)),
  'work-order.told': (tx, from, said) => takeTold(tx, from, WorkOrderTold.fromJSON(said)),
};

const PREFIX = 'welfare.';

/**
 * What welfare of a neighbour wrote (ADR 22, 30). Who it is from is what sync heard it from, and not what it says: what
 * another node may not say is parked.
 */
export const onWelfareLetters = reaction({
  facts: [letterArrived],
  async apply(tx, batch) {
    for (const { data: letter } of batch) await take(tx, letter);
  },
});

async function take(tx: Tx, { kind, fromNode, data }: LetterArrived): Promise<void> {
  if (!kind.startsWith(PREFIX)) return;
  // One that is not known is about something else, or of a version that is newer than this one.
  await KINDS[kind.slice(PREFIX.length)]?.(tx, fromNode, JSON.parse(data));
}
