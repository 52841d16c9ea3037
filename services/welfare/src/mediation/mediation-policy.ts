// The dated rules of mediation (domain §3.6): the law has the days, and for what one may ask for a payment order.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { DisputeKind } from './dispute.ts';

export interface MediationPolicy {
  /** Days without an agreement after which the worker may go to arbitration. */
  'mediation.days': number;
  /** So many days before they are over, they nearly are. */
  'mediation.near_days': number;
  /** So many with one claim are spoken for by representatives. */
  'mediation.represented_from': number;
  /** Of which disputes an agreement that is not kept becomes a payment order. */
  'mediation.payment_order': readonly DisputeKind[];
}

const law = { effectiveFrom: '2008-05-01', effectiveTo: null };

export const MEDIATION_POLICY: readonly PolicyEntry<MediationPolicy>[] = [
  { ...law, key: 'mediation.days', value: 15, orderedBy: '劳动争议调解仲裁法 art. 14' },
  { ...law, key: 'mediation.near_days', value: 3, orderedBy: 'design default' },
  { ...law, key: 'mediation.represented_from', value: 10, orderedBy: '劳动争议调解仲裁法 art. 7' },
  {
    ...law,
    key: 'mediation.payment_order',
    value: ['WAGE_ARREARS', 'INJURY', 'COMPENSATION'],
    orderedBy: '劳动争议调解仲裁法 art. 16',
  },
];
