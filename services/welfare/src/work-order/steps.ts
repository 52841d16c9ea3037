// What may become of a work order (domain §3.7): every step, from which states, to which, and who may take it. An order has
// one state wherever it is; it lies at one desk at a time, and the others above and below see how it stands there.
import { refused } from '@gonglian/kernel/refusal.ts';

export const WORK_ORDER_STATES = [
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
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];

/** Nothing more is done with it. */
export const OVER: readonly WorkOrderState[] = [
  'CLOSED',
  'ARCHIVED',
  'MERGED',
  'CANCELLED',
  'TRANSFERRED_OUT',
];
const OPEN = WORK_ORDER_STATES.filter((state) => !OVER.includes(state));
const CLASSIFIED_OPEN = OPEN.filter((state) => state !== 'RECEIVED');

/** In which its clock runs: it is classified, and nobody has answered yet. */
export const RUNNING: readonly WorkOrderState[] = [
  'CLASSIFIED',
  'DISPATCHED',
  'RETURNED',
  'ACCEPTED',
  'HANDLING',
  'REOPENED',
];

/** In which the next step is the desk's, and in which it is that of the union which was given the order. */
export const AT_DESK: WorkOrderState[] = [
  'RECEIVED',
  'CLASSIFIED',
  'RETURNED',
  'ANSWERED',
  'REPLIED',
  'LEVEL_REVIEW',
  'CALLBACK',
];
export const AT_HANDLER: WorkOrderState[] = [
  'DISPATCHED',
  'ACCEPTED',
  'HANDLING',
  'WAITING',
  'REOPENED',
];

interface Step {
  from: readonly WorkOrderState[];
  /** Left out: it stays as it is. */
  to?: WorkOrderState;
  /** Where it was received, wherever it lies; where it lies; where it was received and lies; at any desk that has it. */
  at: 'INTAKE' | 'HOLDER' | 'INTAKE_HOLDER' | 'ANY';
}

export const STEPS = {
  CLASSIFY: { from: ['RECEIVED'], to: 'CLASSIFIED', at: 'INTAKE_HOLDER' },
  ANSWER: { from: ['CLASSIFIED'], to: 'ANSWERED', at: 'INTAKE_HOLDER' },
  DISPATCH: {
    from: ['CLASSIFIED', 'RETURNED', 'ACCEPTED', 'REOPENED'],
    to: 'DISPATCHED',
    at: 'HOLDER',
  },
  ACCEPT: { from: ['DISPATCHED'], to: 'ACCEPTED', at: 'HOLDER' },
  /** Not ours, or not enough to begin with. What a desk below returned may be returned further up. */
  RETURN: { from: ['DISPATCHED', 'RETURNED'], to: 'RETURNED', at: 'HOLDER' },
  HANDLE: {
    from: ['CLASSIFIED', 'RETURNED', 'ACCEPTED', 'REOPENED'],
    to: 'HANDLING',
    at: 'HOLDER',
  },
  WAIT: { from: ['HANDLING'], to: 'WAITING', at: 'HOLDER' },
  RESUME: { from: ['WAITING'], to: 'HANDLING', at: 'HOLDER' },
  /** The clock runs on meanwhile. */
  ASK_EXTENSION: { from: ['HANDLING'], at: 'HOLDER' },
  GRANT_EXTENSION: { from: CLASSIFIED_OPEN, at: 'INTAKE' },
  DENY_EXTENSION: { from: CLASSIFIED_OPEN, at: 'INTAKE' },
  REPLY: { from: ['HANDLING'], to: 'REPLIED', at: 'HOLDER' },
  /** One level has looked at the answer: the next above does, and where it was received the caller is asked. */
  PASS: { from: ['REPLIED', 'LEVEL_REVIEW'], to: 'LEVEL_REVIEW', at: 'HOLDER' },
  SEND_BACK: { from: ['REPLIED', 'LEVEL_REVIEW'], to: 'ACCEPTED', at: 'HOLDER' },
  CLOSE: { from: ['ANSWERED', 'CALLBACK'], to: 'CLOSED', at: 'INTAKE_HOLDER' },
  /** Once: the clock begins anew. */
  REOPEN: { from: ['CALLBACK'], to: 'REOPENED', at: 'INTAKE_HOLDER' },
  ARCHIVE: { from: ['CLOSED'], to: 'ARCHIVED', at: 'INTAKE_HOLDER' },
  SUPERVISE: { from: CLASSIFIED_OPEN, at: 'ANY' },
  MERGE: { from: ['RECEIVED', 'CLASSIFIED'], to: 'MERGED', at: 'INTAKE_HOLDER' },
  CANCEL: { from: OPEN, to: 'CANCELLED', at: 'INTAKE' },
  TRANSFER_OUT: {
    from: ['CLASSIFIED', 'RETURNED', 'HANDLING', 'REOPENED'],
    to: 'TRANSFERRED_OUT',
    at: 'INTAKE_HOLDER',
  },
} as const satisfies Record<string, Step>;
export type WorkOrderStep = keyof typeof STEPS;

export interface Standing {
  state: WorkOrderState;
  /** The node from which it came down; empty where it was received here. */
  fromNode: string;
  /** The neighbour at or beyond which it lies; empty where it lies here. */
  heldBy: string;
}

/**
 * The state after a step. In the order of refusals: WORK_ORDER_STATE_WRONG where another comes first,
 * WORK_ORDER_RECEIVED_ELSEWHERE, WORK_ORDER_AT_NEIGHBOUR.
 */
export function decideStep(
  { state, fromNode, heldBy }: Standing,
  step: WorkOrderStep,
): WorkOrderState {
  const { from, to, at }: Step = STEPS[step];
  if (!from.includes(state)) throw refused('WORK_ORDER_STATE_WRONG', { state });
  const atIntake = at === 'INTAKE' || at === 'INTAKE_HOLDER';
  if (atIntake && fromNode !== '') throw refused('WORK_ORDER_RECEIVED_ELSEWHERE', { fromNode });
  const atHolder = at === 'HOLDER' || at === 'INTAKE_HOLDER';
  if (atHolder && heldBy !== '') throw refused('WORK_ORDER_AT_NEIGHBOUR', { heldBy });
  if (step === 'PASS' && fromNode === '') return 'CALLBACK';
  return to ?? state;
}

export type Extension = '' | 'ASKED' | 'GRANTED' | 'DENIED';

/** In the order of refusals: it is asked for once, and answered where it was asked for. */
export function decideExtension(
  { extension, extensionDays }: { extension: Extension; extensionDays: number },
  step: 'ASK_EXTENSION' | 'GRANT_EXTENSION' | 'DENY_EXTENSION',
  ask: { days: number; daysMax: number },
): { extension: Extension; extensionDays: number } {
  if (step === 'ASK_EXTENSION') {
    if (extension !== '') throw refused('WORK_ORDER_EXTENDED_ONCE', { extension });
    return { extension: 'ASKED', extensionDays };
  }
  if (extension !== 'ASKED') throw refused('WORK_ORDER_EXTENSION_NOT_ASKED');
  if (step === 'DENY_EXTENSION') return { extension: 'DENIED', extensionDays };
  const { days, daysMax } = ask;
  if (days < 1 || days > daysMax) throw refused('WORK_ORDER_EXTENSION_DAYS', { daysMax });
  return { extension: 'GRANTED', extensionDays: days };
}
