// What may become of a mediation (domain §3.6): every step, from which states and to which, and what the law asks of it.
import { addDays, addYears, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { DisputeKind } from './dispute.ts';

export const MEDIATION_STATES = [
  'APPLIED',
  'ACCEPTED',
  'INVESTIGATED',
  'MEDIATING',
  'AGREED',
  'PERFORMED',
  'UNPERFORMED',
  'PAYMENT_ORDER',
  'FAILED',
  'TO_ARBITRATION',
  'WITHDRAWN',
] as const;
export type MediationState = (typeof MEDIATION_STATES)[number];

const TALKING = ['ACCEPTED', 'INVESTIGATED', 'MEDIATING'] as const;

const STEPS = {
  ACCEPT: { from: ['APPLIED'], to: 'ACCEPTED' },
  INVESTIGATE: { from: ['ACCEPTED'], to: 'INVESTIGATED' },
  MEDIATE: { from: ['INVESTIGATED'], to: 'MEDIATING' },
  AGREE: { from: ['MEDIATING'], to: 'AGREED' },
  PERFORM: { from: ['AGREED', 'UNPERFORMED'], to: 'PERFORMED' },
  BREAK: { from: ['AGREED'], to: 'UNPERFORMED' },
  ORDER_PAYMENT: { from: ['UNPERFORMED'], to: 'PAYMENT_ORDER' },
  FAIL: { from: TALKING, to: 'FAILED' },
  ARBITRATE: { from: ['FAILED', 'UNPERFORMED'], to: 'TO_ARBITRATION' },
  WITHDRAW: { from: ['APPLIED', ...TALKING], to: 'WITHDRAWN' },
} as const satisfies Record<string, { from: readonly MediationState[]; to: MediationState }>;
export type MediationStep = keyof typeof STEPS;

/** The state after a step; refused MEDIATION_STATE_WRONG where another comes first. */
export function decideMediationStep(state: MediationState, step: MediationStep): MediationState {
  const { from, to }: { from: readonly MediationState[]; to: MediationState } = STEPS[step];
  if (!from.includes(state)) throw refused('MEDIATION_STATE_WRONG', { state });
  return to;
}

/** Refused MEDIATION_UNREPRESENTED: many with one claim are not heard one by one. */
export function decideAcceptance(
  { workers, representatives }: { workers: number; representatives: number },
  representedFrom: number,
): void {
  if (workers >= representedFrom && representatives === 0)
    throw refused('MEDIATION_UNREPRESENTED', { workers, representedFrom });
}

/** Without an agreement by the last day the worker may go to arbitration; refused MEDIATION_DAYS_LEFT before. */
export function decideFailure(dueOn: CalendarDate, on: CalendarDate): void {
  if (on < dueOn) throw refused('MEDIATION_DAYS_LEFT', { dueOn });
}

/** Refused PAYMENT_ORDER_NOT_FOR: the law has it for wages, injuries and compensation alone. */
export function decidePaymentOrder(kind: DisputeKind, allowed: readonly DisputeKind[]): void {
  if (!allowed.includes(kind)) throw refused('PAYMENT_ORDER_NOT_FOR', { disputeKind: kind });
}

/**
 * The last day on which a claim may be brought to arbitration: a year after the worker knew, and for wages in arrears a
 * year after the employment ended. Empty while that lasts.
 */
export function arbitrationUntil(of: {
  kind: DisputeKind;
  knownOn: CalendarDate;
  relationEndedOn: CalendarDate;
}): CalendarDate {
  if (of.kind !== 'WAGE_ARREARS') return addYears(of.knownOn, 1);
  return of.relationEndedOn === '' ? '' : addYears(of.relationEndedOn, 1);
}

export const dueAfter = (acceptedOn: CalendarDate, days: number): CalendarDate =>
  addDays(acceptedOn, days);
