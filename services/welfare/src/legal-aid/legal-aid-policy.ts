// The dated rules of legal aid (domain §3.6).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export const MATERIALS = ['APPLICATION', 'IDENTITY', 'HARDSHIP_OR_UNION', 'EVIDENCE'] as const;

export interface LegalAidPolicy {
  /** In how many days an application with all its papers is looked at. */
  'legal_aid.review_days': number;
  'legal_aid.materials': readonly (typeof MATERIALS)[number][];
}

const since = { effectiveFrom: '2008-08-11', effectiveTo: null };

export const LEGAL_AID_POLICY: readonly PolicyEntry<LegalAidPolicy>[] = [
  { ...since, key: 'legal_aid.review_days', value: 7, orderedBy: 'default (domain §3.6 [K])' },
  {
    ...since,
    key: 'legal_aid.materials',
    value: MATERIALS,
    orderedBy: '工会法律援助办法 总工发〔2008〕52号; list by [S50]',
  },
];
