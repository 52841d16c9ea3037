// What may become of a batch (domain §3.5): each step from its own states only.
import { refused } from '@gonglian/kernel/refusal.ts';

export const BATCH_STATES = [
  'QUOTA_ISSUED',
  'NOMINATED',
  'PUBLISHED',
  'APPROVED',
  'GROUPED',
  'TRAVELLED',
  'SETTLED',
  'REPORTED',
  'REFUSED',
  'CANCELLED',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** Where each state is reached from. Units name their people one after the other; who has travelled cannot be called off. */
const FROM: Record<Exclude<BatchState, 'QUOTA_ISSUED'>, readonly BatchState[]> = {
  NOMINATED: ['QUOTA_ISSUED', 'NOMINATED'],
  PUBLISHED: ['NOMINATED'],
  APPROVED: ['PUBLISHED'],
  GROUPED: ['APPROVED'],
  TRAVELLED: ['GROUPED'],
  SETTLED: ['TRAVELLED'],
  REPORTED: ['SETTLED'],
  REFUSED: ['PUBLISHED'],
  CANCELLED: ['QUOTA_ISSUED', 'NOMINATED', 'PUBLISHED', 'APPROVED', 'GROUPED'],
};
export type BatchStep = keyof typeof FROM;

/** The state that the step leads to; refused RECUPERATION_STATE_WRONG where another comes first. */
export function decideBatchStep(state: BatchState, step: BatchStep): BatchState {
  if (!FROM[step].includes(state)) throw refused('RECUPERATION_STATE_WRONG', { state });
  return step;
}
