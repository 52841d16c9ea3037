import { policyOn, type PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';

/**
 * Numbers of days that membership's own rules read, dated, with what ordered them (domain §0.1).
 */
export interface MembershipPolicy {
  /** How long a transfer may stay open, in days. */
  'transfer.expiry': number;
  /** How many days ahead a join link may end. */
  'join_link.days_max': number;
}

export const MEMBERSHIP_POLICY: readonly PolicyEntry<MembershipPolicy>[] = [
  {
    key: 'transfer.expiry',
    value: 90,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'assumed (domain §2.4 [K])',
  },
  {
    key: 'join_link.days_max',
    value: 366,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default',
  },
];

export function membershipPolicy<Key extends keyof MembershipPolicy>(
  key: Key,
  on: CalendarDate,
): MembershipPolicy[Key] {
  return policyOn(MEMBERSHIP_POLICY, key, on);
}
