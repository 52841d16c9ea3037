// Every step of a claim in one table: from where, to where, and who may not be the one that takes it (domain §3.4).
import { refused } from '@gonglian/kernel/refusal.ts';

export const CLAIM_STATES = [
  'REPORTED',
  'MATERIALS',
  'CHECKED',
  'REVIEWED',
  'CALCULATED',
  'APPROVED',
  'RETURNED',
  'REJECTED',
  'APPEALED',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Somebody has to go on with it: the queue. */
export const OPEN_STATES: readonly ClaimState[] = [
  'REPORTED',
  'MATERIALS',
  'CHECKED',
  'REVIEWED',
  'CALCULATED',
  'RETURNED',
  'APPEALED',
];

interface Step {
  from: readonly ClaimState[];
  to: ClaimState;
  /** It says why, by a code: a text might name the illness. */
  reason: boolean;
  /** Not by whoever took one of these. */
  otherThan: readonly string[];
}

export const CLAIM_STEPS = {
  SUBMIT: { from: ['REPORTED', 'RETURNED'], to: 'MATERIALS', reason: false, otherThan: [] },
  CHECK: { from: ['MATERIALS'], to: 'CHECKED', reason: false, otherThan: [] },
  REVIEW: { from: ['CHECKED'], to: 'REVIEWED', reason: false, otherThan: ['CHECK'] },
  CALCULATE: { from: ['REVIEWED', 'CALCULATED'], to: 'CALCULATED', reason: false, otherThan: [] },
  APPROVE: {
    from: ['CALCULATED'],
    to: 'APPROVED',
    reason: false,
    otherThan: ['CHECK', 'CALCULATE'],
  },
  RETURN: { from: ['MATERIALS', 'CHECKED'], to: 'RETURNED', reason: true, otherThan: [] },
  REJECT: {
    from: ['REPORTED', 'MATERIALS', 'CHECKED', 'REVIEWED', 'CALCULATED', 'RETURNED'],
    to: 'REJECTED',
    reason: true,
    otherThan: [],
  },
  APPEAL: { from: ['REJECTED'], to: 'APPEALED', reason: false, otherThan: [] },
  // Its invoices were free again: it comes with its papers once more.
  UPHOLD: { from: ['APPEALED'], to: 'RETURNED', reason: false, otherThan: ['REJECT'] },
  DENY: { from: ['APPEALED'], to: 'REJECTED', reason: true, otherThan: ['REJECT'] },
} as const satisfies Record<string, Step>;
export type ClaimStep = keyof typeof CLAIM_STEPS;

export const REASONS = [
  'NOT_COVERED',
  'OUT_OF_WINDOW',
  'IN_WAITING_PERIOD',
  'MATERIALS_INCOMPLETE',
  'INVOICE_INVALID',
  'NOTHING_DUE',
  'FALSE_MATERIALS',
] as const;

export interface TakenStep {
  step: string;
  account: string;
}

/** In the order of refusals: CLAIM_STATE_WRONG, APPEALED_BEFORE, REASON_MISSING or REASON_NOT_YOURS, SAME_PERSON. */
export function decideStep(
  { state, taken }: { state: ClaimState; taken: readonly TakenStep[] },
  step: ClaimStep,
  { account, reasonCode }: { account: string; reasonCode: string },
): ClaimState {
  const { from, to, reason, otherThan }: Step = CLAIM_STEPS[step];
  if (!from.includes(state)) throw refused('CLAIM_STATE_WRONG', { state });
  if (step === 'APPEAL' && taken.some((one) => one.step === 'APPEAL'))
    throw refused('APPEALED_BEFORE');
  if (reason && reasonCode === '') throw refused('REASON_MISSING');
  if (!reason && reasonCode !== '') throw refused('REASON_NOT_YOURS');
  const same = otherThan.find((other) => lastOf(taken, other) === account);
  if (same !== undefined) throw refused('SAME_PERSON', { step: same });
  return to;
}

/** Who took a step the last time; a claim that was returned is checked again, and that check counts. */
function lastOf(taken: readonly TakenStep[], step: string): string | undefined {
  return taken.findLast((one) => one.step === step)?.account;
}
