import { expect, test } from 'vitest';
import { decideClosureRate } from './closure-rates.ts';

const of = { fiscalYear: 2026, auditKind: 'DOWNWARD', crossNode: false };

// What is nearly closed is not closed: 2 of 3 are 66.66 per cent, 9,999 of 10,000 never 100.
test.each([
  [0, 0, 0],
  [0, 3, 0],
  [2, 3, 6_666],
  [3, 3, 10_000],
  [99_999, 100_000, 9_999],
])('%i closed of %i: %i basis points', (findingsClosed, findings, closedBasisPoints) => {
  const rate = decideClosureRate({ ...of, findings, findingsClosed });
  expect(rate).toEqual({ ...of, findings, findingsClosed, closedBasisPoints });
});
