import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { policyOn, type PolicyEntry } from '@gonglian/kernel/policy.ts';

/** Numbers that organisation's own rules read, dated, with what ordered them (domain §0.1). */
export interface OrganisationPolicy {
  /** How many months it can be told who was logged in when. */
  'log.retain_months': number;
}

export const ORGANISATION_POLICY: readonly PolicyEntry<OrganisationPolicy>[] = [
  {
    key: 'log.retain_months',
    value: 6,
    effectiveFrom: '2017-06-01',
    effectiveTo: null,
    orderedBy: '网络安全法 art. 21: logs at least six months (domain §9.17)',
  },
];

export function organisationPolicy<Key extends keyof OrganisationPolicy>(
  key: Key,
  on: CalendarDate,
): OrganisationPolicy[Key] {
  return policyOn(ORGANISATION_POLICY, key, on);
}
