import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { COLLECTION_STATES, decideStep, type CollectionStep } from './collection-state.ts';

test.each<[CollectionStep, Record<string, string>]>([
  ['receive', { UPLOADING: 'UPLOADING' }],
  ['read', { UPLOADING: 'READING' }],
  ['checked', { READING: 'CHECKED' }],
  ['fail', { READING: 'FAILED' }],
  ['post', { CHECKED: 'POSTING' }],
  ['posted', { POSTING: 'DONE' }],
  ['cancel', { UPLOADING: 'CANCELLED', READING: 'CANCELLED', CHECKED: 'CANCELLED' }],
])('%s leads from its states, and from no other', (step, ways) => {
  const all = COLLECTION_STATES.map((state) => [state, outcomeOf(() => decideStep(state, step))]);
  const expected = COLLECTION_STATES.map((state) => [
    state,
    ways[state] ?? 'COLLECTION_STATE_WRONG',
  ]);
  expect(all).toEqual(expected);
});

/** What a decision comes to: its answer, or the code of the refusal. */
function outcomeOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    return isRefusal(error) ? error.code : error;
  }
}
