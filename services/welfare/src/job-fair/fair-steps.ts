// What may become of a job fair (domain §3.8): each step from its own states only.
import { refused } from '@gonglian/kernel/refusal.ts';

export const FAIR_STATES = [
  'PLANNED',
  'PUBLISHED',
  'REGISTERING',
  'HELD',
  'REPORTED',
  'CANCELLED',
] as const;
export type FairState = (typeof FAIR_STATES)[number];

const FROM: Record<Exclude<FairState, 'PLANNED'>, readonly FairState[]> = {
  PUBLISHED: ['PLANNED'],
  REGISTERING: ['PUBLISHED'],
  HELD: ['REGISTERING'],
  REPORTED: ['HELD'],
  CANCELLED: ['PLANNED', 'PUBLISHED', 'REGISTERING'],
};
export type FairStep = keyof typeof FROM;

/** The state that the step leads to; refused JOB_FAIR_STATE_WRONG where another comes first. */
export function decideFairStep(state: FairState, step: FairStep): FairState {
  if (!FROM[step].includes(state)) throw refused('JOB_FAIR_STATE_WRONG', { state });
  return step;
}
