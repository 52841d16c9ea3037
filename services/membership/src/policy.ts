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
  /** How often one account may see masked fields whole, in a day of China and in any hour. */
  'reveal.daily_max': number;
  'reveal.hourly_max': number;
  /** By when a member who asks for a correction is answered, in working days. */
  'correction.working_days': number;
  /** How long an import can be undone, in hours. */
  'import.undo_hours': number;
  /** How long the file of an import is kept, sealed, in days. */
  'import.kept_days': number;
  /** After how many days without a step an unfinished import is cancelled. */
  'import.idle_days': number;
  /** From how many rows on another person approves an export. */
  'export.second_person_rows': number;
  /** How many rows one account may take away in files in a day of China. */
  'export.daily_rows': number;
  /** How long an export waits for approval, and then for its download, in hours. */
  'export.valid_hours': number;
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
  {
    key: 'reveal.daily_max',
    value: 100,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security T5)',
  },
  {
    key: 'reveal.hourly_max',
    value: 60,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security T5)',
  },
  {
    key: 'correction.working_days',
    value: 15,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security §3; PIPL art. 46, 50 name no days)',
  },
  {
    key: 'import.undo_hours',
    value: 24,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (issue 3, item 5)',
  },
  {
    key: 'import.kept_days',
    value: 30,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security §4)',
  },
  {
    key: 'import.idle_days',
    value: 3,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default',
  },
  {
    key: 'export.second_person_rows',
    value: 500,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security T5)',
  },
  {
    key: 'export.daily_rows',
    value: 50_000,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security T18)',
  },
  {
    key: 'export.valid_hours',
    value: 24,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default (security T5)',
  },
];

export function membershipPolicy<Key extends keyof MembershipPolicy>(
  key: Key,
  on: CalendarDate,
): MembershipPolicy[Key] {
  return policyOn(MEMBERSHIP_POLICY, key, on);
}
