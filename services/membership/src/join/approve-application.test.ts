import { MEMBERSHIP_STATES } from '@gonglian/kernel/member.ts';
import { expect, test } from 'vitest';
import { decideApproval } from './approve-application.ts';

const applied = { state: 'APPLIED' as const, appliedOn: '2026-03-01', since: null };

test('an application becomes an active membership', () => {
  expect(decideApproval(applied, '2026-03-01', '2026-03-05')).toBe('ACTIVE');
});

test.each([
  ['EFFECTIVE_IN_FUTURE', applied, '2026-03-06'],
  ['EFFECTIVE_BEFORE_APPLYING', applied, '2026-02-28'],
  ['EFFECTIVE_BEFORE_SPELL', { ...applied, since: '2026-03-03' }, '2026-03-02'],
])('refuses: %s', (code, application, approvedOn) => {
  expect(() => decideApproval(application, approvedOn, '2026-03-05')).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each(MEMBERSHIP_STATES.filter((state) => state !== 'APPLIED'))(
  'refuses who is %s',
  (state) => {
    expect(() => decideApproval({ ...applied, state }, '2026-03-01', '2026-03-05')).toThrow(
      expect.objectContaining({ code: 'MEMBERSHIP_STATE_WRONG', details: { state } }),
    );
  },
);
