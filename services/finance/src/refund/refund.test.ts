import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { addWorkingDays } from '@gonglian/kernel/working-days.ts';
import { expect, test } from 'vitest';
import { decideApproval } from './approve-refund.ts';
import { PARTS } from './eligibility.ts';
import { decideStep, REFUND_STATES, type RefundStep } from './refund.ts';
import { decideLine, decidePeriod } from './run-refund.ts';

const problem = (code: string) => expect.objectContaining({ code });

test.each<[RefundStep, Record<string, string>]>([
  ['review', { LISTED: 'REVIEWED' }],
  ['publish', { REVIEWED: 'PUBLISHED' }],
  ['approve', { PUBLISHED: 'APPROVED' }],
  ['pay', { APPROVED: 'PAYING', PAYING: 'PAYING' }],
  ['cancel', { LISTED: 'CANCELLED', REVIEWED: 'CANCELLED', PUBLISHED: 'CANCELLED' }],
])('%s leads from its states, and from no other', (step, ways) => {
  const all = REFUND_STATES.map((state) => [state, outcomeOf(() => decideStep(state, step))]);
  const expected = REFUND_STATES.map((state) => [state, ways[state] ?? 'REFUND_STATE_WRONG']);
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

const published = {
  state: 'PUBLISHED',
  madeBy: 'maker',
  reviewedBy: 'reviewer',
  publicityEndsOn: addWorkingDays('2025-04-25', 5),
} as const;

test('a publicity from 2025-04-25 ends with 2025-05-06 (domain §9.10)', () => {
  expect(published.publicityEndsOn).toBe('2025-05-06');
  expect(decideApproval(published, 'chair', '2025-05-07')).toBe('APPROVED');
});

// In this order.
test.each([
  ['REFUND_STATE_WRONG', { state: 'REVIEWED' as const }, 'maker', '2025-05-06'],
  ['REFUND_SAME_PERSON', {}, 'maker', '2025-05-06'],
  ['REFUND_SAME_PERSON', {}, 'reviewer', '2025-05-07'],
  ['PUBLICITY_NOT_OVER', {}, 'chair', '2025-05-06'],
])('an approval is refused: %s (%#)', (code, over, approver, today) => {
  expect(() => decideApproval({ ...published, ...over }, approver, today)).toThrow(problem(code));
});

test('the months of a year that are over', () => {
  const months = decidePeriod({ periodFrom: '2026-01', periodTo: '2026-03' }, '2026-04-01');
  expect(months).toEqual(['2026-01', '2026-02', '2026-03']);
});

test.each([
  ['REFUND_PERIOD_WRONG', '2026-02', '2026-01'],
  ['REFUND_PERIOD_WRONG', '2025-12', '2026-01'],
  ['REFUND_PERIOD_OPEN', '2026-01', '2026-04'],
])('a period is refused: %s (%s to %s)', (code, periodFrom, periodTo) => {
  expect(() => decidePeriod({ periodFrom, periodTo }, '2026-04-30')).toThrow(problem(code));
});

const received = { countyFen: 40_000, cityFen: 20_000, provinceFen: 10_000, nationalFen: 10_000 };
const paid = { unionId: 'u', years: [{ surrendered: 80_000n * PARTS }], received, refundedFen: 0 };

test('a line says what each level gives back', () => {
  expect(decideLine(paid, 1_000_000, true)).toEqual({
    ...received,
    unionId: 'u',
    yearlyMeanFen: 80_000,
    surrenderedFen: 80_000,
    refundFen: 80_000,
  });
});

test('what went back in the same year before counts against the limit', () => {
  expect(decideLine({ ...paid, refundedFen: 950_000 }, 1_000_000, true)?.refundFen).toBe(50_000);
  expect(decideLine({ ...paid, refundedFen: 1_000_000 }, 1_000_000, true)).toBeUndefined();
});

test.each([
  ['who pays more', { years: [{ surrendered: 1_000_000n * PARTS }] }],
  ['who paid nothing in the period', { received: { ...received, countyFen: -40_000 } }],
])('nothing goes back to %s', (_, over) => {
  expect(decideLine({ ...paid, ...over }, 1_000_000, true)).toBeUndefined();
});
