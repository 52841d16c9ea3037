// What may become of a venue (domain §3.9): each step from its own states only, in one table.
import { refused } from '@gonglian/kernel/refusal.ts';

export const VENUE_STATES = [
  'PROPOSED',
  'APPROVED',
  'REFUSED',
  'BUILDING',
  'ACCEPTED',
  'OPEN',
  'SUSPENDED',
  'RECTIFY',
  'CLOSED',
] as const;
export type VenueState = (typeof VENUE_STATES)[number];

const FROM: Record<Exclude<VenueState, 'PROPOSED'>, readonly VenueState[]> = {
  APPROVED: ['PROPOSED'],
  REFUSED: ['PROPOSED'],
  BUILDING: ['APPROVED'],
  ACCEPTED: ['BUILDING'],
  OPEN: ['ACCEPTED', 'SUSPENDED', 'RECTIFY'],
  SUSPENDED: ['OPEN'],
  RECTIFY: ['OPEN', 'SUSPENDED'],
  // What was never built is closed too.
  CLOSED: ['APPROVED', 'BUILDING', 'ACCEPTED', 'OPEN', 'SUSPENDED', 'RECTIFY'],
};
export type VenueStepName = keyof typeof FROM;

/** Whose it is takes these, the federation the others. */
export const OWN_STEPS = ['BUILDING', 'OPEN', 'SUSPENDED'] as const;
export const DECISIONS = ['APPROVED', 'REFUSED', 'ACCEPTED', 'RECTIFY', 'CLOSED'] as const;

/** Those in which it counts as one that is there: opened, and not closed for good. */
export const IN_USE: readonly VenueState[] = ['OPEN', 'SUSPENDED', 'RECTIFY'];

/** The state that the step leads to; refused VENUE_STATE_WRONG where another comes first. */
export function decideVenueStep(state: VenueState, step: VenueStepName): VenueState {
  if (!FROM[step].includes(state)) throw refused('VENUE_STATE_WRONG', { state });
  return step;
}
