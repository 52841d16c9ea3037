// What craftsmen are given a year, by the highest level that they hold, as dated data (row 160). A federation sets its own.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface CraftsmanTreatmentRule {
  level: 'COUNTY' | 'CITY' | 'PROVINCE' | 'NATIONAL';
  yearlyFen: number;
}

export interface TreatmentPolicy {
  /** The highest first. */
  'craftsman.treatment': readonly CraftsmanTreatmentRule[];
}

export const TREATMENT_POLICY: readonly PolicyEntry<TreatmentPolicy>[] = [
  {
    key: 'craftsman.treatment',
    value: [
      { level: 'NATIONAL', yearlyFen: 2_000_000 },
      { level: 'PROVINCE', yearlyFen: 1_000_000 },
      { level: 'CITY', yearlyFen: 500_000 },
      { level: 'COUNTY', yearlyFen: 200_000 },
    ],
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default: no document was found that says how much (row 160)',
  },
];
