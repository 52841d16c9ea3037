import { expect, test } from 'vitest';
import { stepsFor } from './transfer-steps.ts';

test.each([
  ['member', 'INITIATED', ['confirmation', 'refusal', 'withdrawal']],
  ['sender', 'SENDER_CONFIRMED', ['acceptance', 'refusal', 'withdrawal']],
  ['receiver', 'SENDER_CONFIRMED', ['acceptance', 'withdrawal']],
  ['sender', 'COMPLETED', []],
  ['merger', 'INITIATED', []],
])('asked by %s, in %s: %j', (askedBy, state, steps) => {
  expect(stepsFor(askedBy, state)).toEqual(steps);
});
