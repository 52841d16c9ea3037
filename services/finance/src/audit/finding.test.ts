import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { decideClosing } from './close-finding.ts';
import { decideEscalation } from './escalate-finding.ts';
import { decideStep, FINDING_STATES, overdueDays } from './finding.ts';
import { decideCorrected } from './submit-evidence.ts';

const refusal = (code: string) => expect.objectContaining({ code });

/** Each step, where it may be taken from, and where it leads: what is not here is refused. */
const steps = {
  notify: { OPEN: 'NOTIFIED' },
  plan: { NOTIFIED: 'PLAN', PLAN: 'PLAN' },
  accept: { PLAN: 'IN_RECTIFICATION' },
  submit: {
    IN_RECTIFICATION: 'EVIDENCE_SUBMITTED',
    RETURNED: 'EVIDENCE_SUBMITTED',
    ESCALATED: 'EVIDENCE_SUBMITTED',
  },
  verify: { EVIDENCE_SUBMITTED: 'VERIFIED' },
  return: { EVIDENCE_SUBMITTED: 'RETURNED' },
  close: { VERIFIED: 'CLOSED' },
  escalate: {
    NOTIFIED: 'ESCALATED',
    PLAN: 'ESCALATED',
    IN_RECTIFICATION: 'ESCALATED',
    RETURNED: 'ESCALATED',
  },
} as const;
const names = Object.keys(steps) as (keyof typeof steps)[];

const cases = names.flatMap((step) =>
  FINDING_STATES.map((state) => {
    const leads: Partial<Record<string, string>> = steps[step];
    return { step, state, to: leads[state] ?? 'FINDING_STATE_WRONG' };
  }),
);

test.each(cases)('$step from $state: $to', ({ step, state, to }) => {
  expect(outcome(() => decideStep(state, step))).toBe(to);
});

/** What is answered, or the code of the refusal. */
function outcome(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

test.each([
  ['NOTIFIED', '2026-05-01', 1],
  ['NOTIFIED', '2026-04-30', 0],
  ['RETURNED', '2026-05-30', 30],
  ['ESCALATED', '2026-05-02', 2],
  ['EVIDENCE_SUBMITTED', '2026-05-30', 0],
  ['VERIFIED', '2026-05-30', 0],
  ['CLOSED', '2026-05-30', 0],
] as const)('%s on %s: %i days late', (state, today, days) => {
  expect(overdueDays({ state, deadline: '2026-04-30' }, today)).toBe(days);
});

test('what was never told has no deadline', () => {
  expect(overdueDays({ state: 'OPEN', deadline: '' }, '2026-05-30')).toBe(0);
});

test('only what is late is escalated', () => {
  const finding = { state: 'PLAN' as const, deadline: '2026-04-30' };
  expect(decideEscalation(finding, '2026-05-01')).toBe('ESCALATED');
  expect(() => decideEscalation(finding, '2026-04-30')).toThrow(refusal('FINDING_NOT_OVERDUE'));
  expect(() => decideEscalation({ ...finding, state: 'CLOSED' }, '2026-05-01')).toThrow(
    refusal('FINDING_STATE_WRONG'),
  );
});

test('no more is corrected than was wrong', () => {
  const parts = { recoveredFen: 40, adjustedFen: 30, returnedFen: 30 };
  expect(() => decideCorrected({ amountFen: 100 }, parts)).not.toThrow();
  expect(() => decideCorrected({ amountFen: 99 }, parts)).toThrow(
    refusal('FINDING_CORRECTED_TOO_MUCH'),
  );
});

test.each([
  ['FINDING_STATE_WRONG', 'RETURNED', '2026-03-02'],
  ['AUDIT_DATE_WRONG', 'VERIFIED', '2026-02-28'],
  ['AUDIT_DATE_WRONG', 'VERIFIED', '2026-03-11'],
] as const)('closing: %s', (code, state, on) => {
  const finding = { state, notifiedOn: '2026-03-01' };
  expect(() => decideClosing(finding, on, '2026-03-10')).toThrow(refusal(code));
});
