// The steps of a tax bureau's file: which follows which.
import { refused } from '@gonglian/kernel/refusal.ts';

export const COLLECTION_STATES = [
  'UPLOADING',
  'READING',
  'CHECKED',
  'POSTING',
  'DONE',
  'FAILED',
  'CANCELLED',
] as const;
export type CollectionState = (typeof COLLECTION_STATES)[number];

/** What a person asks for, and (the second line) what the service says when its work is done. */
export type CollectionStep =
  | 'receive'
  | 'read'
  | 'post'
  | 'cancel'
  | ('checked' | 'posted' | 'fail');

const STEPS: Record<CollectionStep, { from: readonly CollectionState[]; to: CollectionState }> = {
  receive: { from: ['UPLOADING'], to: 'UPLOADING' },
  read: { from: ['UPLOADING'], to: 'READING' },
  post: { from: ['CHECKED'], to: 'POSTING' },
  cancel: { from: ['UPLOADING', 'READING', 'CHECKED'], to: 'CANCELLED' },
  checked: { from: ['READING'], to: 'CHECKED' },
  posted: { from: ['POSTING'], to: 'DONE' },
  fail: { from: ['READING'], to: 'FAILED' },
};

/** The state after a step; refused COLLECTION_STATE_WRONG with the state where it is not the one for it. */
export function decideStep(state: CollectionState, step: CollectionStep): CollectionState {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) throw refused('COLLECTION_STATE_WRONG', { state });
  return to;
}
