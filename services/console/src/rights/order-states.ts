// The states of a work order as a reader sees them on its way, and where it lies.
import type { WorkOrder } from '../shapes.ts';

export const orderStates = [
  'RECEIVED',
  'CLASSIFIED',
  'ANSWERED',
  'DISPATCHED',
  'RETURNED',
  'ACCEPTED',
  'HANDLING',
  'WAITING',
  'REPLIED',
  'LEVEL_REVIEW',
  'CALLBACK',
  'REOPENED',
  'CLOSED',
  'ARCHIVED',
  'MERGED',
  'CANCELLED',
  'TRANSFERRED_OUT',
] as const;

const over = ['CLOSED', 'ARCHIVED', 'MERGED', 'CANCELLED', 'TRANSFERRED_OUT'];
const ended = ['MERGED', 'CANCELLED', 'TRANSFERRED_OUT'];
export const openStates = orderStates.filter((state) => !over.includes(state));
export const runningStates = openStates.filter((state) => state !== 'RECEIVED');

/** The step of the way on which a state stands. */
const steps: Readonly<Record<string, string>> = {
  RETURNED: 'DISPATCHED',
  ACCEPTED: 'DISPATCHED',
  WAITING: 'HANDLING',
  REOPENED: 'HANDLING',
  ANSWERED: 'REPLIED',
  LEVEL_REVIEW: 'REPLIED',
  ARCHIVED: 'CLOSED',
};
const way = ['RECEIVED', 'CLASSIFIED', 'DISPATCHED', 'HANDLING', 'REPLIED', 'CALLBACK', 'CLOSED'];

export function wayOf({ state }: Pick<WorkOrder, 'state'>): {
  steps: readonly string[];
  here: string;
  done: boolean;
} {
  if (ended.includes(state)) return { steps: ['RECEIVED', state], here: state, done: true };
  const here = steps[state] ?? state;
  return { steps: way, here, done: here === 'CLOSED' };
}

/** Of whoever looks at it: the desk of the union that has it, or one above that. */
export interface SeenOrder extends WorkOrder {
  atDesk: boolean;
  /** The region of this node. */
  home: string;
}

interface Reader {
  scope: string;
  whole: boolean;
  home: string;
}

export function seen(order: WorkOrder, { scope, whole, home }: Reader): SeenOrder {
  return { ...order, atDesk: whole || order.unionId === scope, home };
}
