// Mutual aid, as dated data (domain §3.4).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface MutualAidPolicy {
  /** So many months after whoever is claimed for left hospital, or was told his illness, a claim may be reported. */
  'mutual-aid.claim_window_months': number;
  /** Reported so many days ago and still open, a claim is late. */
  'mutual-aid.claim_late_days': number;
}

export const MUTUAL_AID_POLICY: readonly PolicyEntry<MutualAidPolicy>[] = [
  {
    key: 'mutual-aid.claim_window_months',
    value: 6,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: '系统默认，各级工会以本地文件为准另行录入',
  },
  {
    key: 'mutual-aid.claim_late_days',
    value: 30,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: '系统默认，各级工会以本地文件为准另行录入',
  },
];
