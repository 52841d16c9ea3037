// The dated rules of what workers suggest, report and invent (domain §4.5).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import { STUDIO_POLICY, type StudioPolicy } from './studio/studio-policy.ts';

export interface InnovationPolicy extends StudioPolicy {
  /** In how many days the unit says whether it takes a suggestion. */
  'suggestion.answer_days': number;
  /** In how many days the employer's union says what became of a hazard. */
  'hazard.answer_days': number;
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };

export const INNOVATION_POLICY: readonly PolicyEntry<InnovationPolicy>[] = [
  ...STUDIO_POLICY,
  {
    ...always,
    key: 'suggestion.answer_days',
    value: 30,
    orderedBy: 'design default (domain §4.5 has "N days" and no document)',
  },
  {
    ...always,
    key: 'hazard.answer_days',
    value: 7,
    orderedBy: 'design default (row 150 of the list has no document)',
  },
];
