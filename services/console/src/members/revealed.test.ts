import { expect, test } from 'vitest';
import { shownFor } from './revealed.ts';

const now = Date.parse('2026-11-21T08:00:00Z');

test.each([
  ['as long as the node says', '2026-11-21T08:00:42Z', 42_000],
  ['a minute where this clock is late', '2026-11-21T08:05:00Z', 60_000],
  ['a minute where this clock is early', '2026-11-21T07:55:00Z', 60_000],
  ['a minute where the node says nothing', '', 60_000],
])('shown %s', (_when, hideAt, ms) => {
  expect(shownFor(hideAt, now)).toBe(ms);
});
