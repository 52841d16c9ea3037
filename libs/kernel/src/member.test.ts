import { expect, test } from 'vitest';
import type { MembershipAction, MembershipState } from './member.ts';
import * as member from './member.ts';

/** Everything that may happen (domain §2.3); whatever is not here must be refused. */
const allowed: [MembershipState, MembershipAction, MembershipState][] = [
  ['APPLIED', 'check_identity', 'UNDER_REVIEW'],
  ['APPLIED', 'reject', 'REJECTED'],
  ['UNDER_REVIEW', 'approve', 'ACTIVE'],
  ['UNDER_REVIEW', 'reject', 'REJECTED'],
  ['UNDER_REVIEW', 'return', 'RETURNED'],
  ['RETURNED', 'resubmit', 'APPLIED'],
  ['REJECTED', 'apply_again', 'APPLIED'],
  ['ACTIVE', 'request_transfer', 'TRANSFER_OUT_PENDING'],
  ['ACTIVE', 'suspend', 'SUSPENDED'],
  ['ACTIVE', 'retain', 'RETAINED'],
  ['ACTIVE', 'leave', 'LEFT'],
  ['ACTIVE', 'deem_left', 'DEEMED_LEFT'],
  ['ACTIVE', 'expel', 'EXPELLED'],
  ['ACTIVE', 'decease', 'DECEASED'],
  ['ACTIVE', 'merge', 'MERGED'],
  ['TRANSFER_OUT_PENDING', 'complete_transfer', 'ACTIVE'],
  ['TRANSFER_OUT_PENDING', 'cancel_transfer', 'ACTIVE'],
  ['SUSPENDED', 'resume', 'ACTIVE'],
  ['SUSPENDED', 'decease', 'DECEASED'],
  ['SUSPENDED', 'merge', 'MERGED'],
  ['RETAINED', 'reactivate', 'ACTIVE'],
  ['RETAINED', 'end', 'ENDED'],
  ['RETAINED', 'leave', 'LEFT'],
  ['RETAINED', 'deem_left', 'DEEMED_LEFT'],
  ['RETAINED', 'expel', 'EXPELLED'],
  ['RETAINED', 'decease', 'DECEASED'],
  ['RETAINED', 'merge', 'MERGED'],
  ['ENDED', 'apply_again', 'APPLIED'],
  ['LEFT', 'apply_again', 'APPLIED'],
  ['DEEMED_LEFT', 'apply_again', 'APPLIED'],
  ['EXPELLED', 'readmit', 'APPLIED'],
];

test.each(allowed)('%s, %s: %s', (from, action, to) => {
  expect(member.membershipTransition(from, action)).toBe(to);
});

test('every other pair of state and action is refused with both named', () => {
  const permitted = new Set(allowed.map(([from, action]) => `${from} ${action}`));
  let refusals = 0;
  for (const from of member.MEMBERSHIP_STATES) {
    for (const action of member.MEMBERSHIP_ACTIONS) {
      if (permitted.has(`${from} ${action}`)) continue;
      expect(() => member.membershipTransition(from, action)).toThrow(
        expect.objectContaining({ code: 'MEMBERSHIP_TRANSITION', details: { from, action } }),
      );
      refusals += 1;
    }
  }
  expect(refusals).toBe(14 * 20 - allowed.length);
});

test('who is counted, who holds a membership, who votes', () => {
  const active = ['ACTIVE', 'TRANSFER_OUT_PENDING', 'SUSPENDED'];
  expect(member.MEMBERSHIP_STATES.filter(member.countsAsActive)).toEqual(active);
  expect(member.MEMBERSHIP_STATES.filter(member.holdsMembership)).toEqual([...active, 'RETAINED']);
  expect(() => member.requireVoter('ACTIVE')).not.toThrow();
});

test.each([
  ['RETAINED', 'VOTER_RETAINED'],
  ['LEFT', 'VOTER_NOT_MEMBER'],
  ['APPLIED', 'VOTER_NOT_MEMBER'],
] as const)('%s in a list of voters: %s (domain §9.11)', (state, code) => {
  expect(() => member.requireVoter(state)).toThrow(expect.objectContaining({ code }));
});
