import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { checkHolds, standingAfter } from './living-check.ts';
import { decideCheck } from './record-living-check.ts';

test.each([
  ['LIVING', 'ALIVE', 'UNTRACEABLE'],
  ['INVESTIGATED', 'ALIVE', 'INVESTIGATED'],
  ['DECEASED', 'DECEASED', 'LIVING'],
  ['MOVED', 'MOVED', 'LIVING'],
] as const)('%s after %s of one who was %s', (standing, outcome, before) => {
  expect(standingAfter(outcome, before)).toBe(standing);
});

test.each([
  [true, 2026, 'ALIVE', '2026-12'],
  [true, 2025, 'ALIVE', '2026-03'],
  [false, 2025, 'ALIVE', '2026-04'],
  [false, 2024, 'ALIVE', '2026-01'],
  // A check of the year that is being paid comes after the month: it says that he lived then.
  [false, 2027, 'ALIVE', '2026-12'],
  [false, 2026, 'MOVED', '2026-12'],
  [false, 0, '', '2026-01'],
] as const)('holds %s: of %i, %s, in %s', (holds, checkedYear, checkOutcome, month) => {
  expect(checkHolds({ checkedYear, checkOutcome }, month, 3)).toBe(holds);
});

const holder = { standing: 'LIVING', accountId: 'chair-1', memberId: 'm-1' };
const seen = { roundYear: 2026, checkedOn: '2026-05-06' };
test.each([
  ['HOLDER_WITHDRAWN', { ...holder, standing: 'WITHDRAWN' }, 'chair-1', seen],
  ['CHECKER_IS_HOLDER', holder, 'chair-1', { ...seen, roundYear: 2025 }],
  ['LIVING_CHECK_DATE', holder, 'clerk-1', { ...seen, roundYear: 2025 }],
  ['IN_FUTURE', holder, 'clerk-1', { ...seen, checkedOn: '2026-05-08' }],
  [undefined, { ...holder, standing: 'UNTRACEABLE' }, 'clerk-1', seen],
])('%s (%#)', (code, of, id, ask) => {
  expect(codeOf(() => decideCheck(of, { id, member: '' }, ask, '2026-05-07'))).toBe(code);
});

test('a member does not check himself', () => {
  const self = { id: 'other', member: 'm-1' };
  expect(codeOf(() => decideCheck(holder, self, seen, '2026-05-07'))).toBe('CHECKER_IS_HOLDER');
});
