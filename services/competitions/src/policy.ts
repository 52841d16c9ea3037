// The dated rules of competitions and honours, with what ordered them (domain §4).
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { policyOn, type PolicyEntry } from '@gonglian/kernel/policy.ts';
import { CARE_POLICY, type CarePolicy } from './model-worker/care-policy.ts';
import { CLASS_POLICY, type ClassPolicy } from './competition/class-policy.ts';
import { RULE_BOOK_POLICY, type RuleBookPolicy } from './scoring/rule-book.ts';
import { HONOUR_POLICY, type HonourPolicy } from './honour/honour-policy.ts';
import { PAST_POLICY, type PastPolicy } from '@gonglian/service/past.ts';
import { PAYOUT_POLICY, type PayoutPolicy } from './payout/payout-policy.ts';
import { STUDY_POLICY, type StudyPolicy } from './study/study-policy.ts';
import { INNOVATION_POLICY, type InnovationPolicy } from './innovation-policy.ts';
import { TREATMENT_POLICY, type TreatmentPolicy } from './certificate/treatment-policy.ts';

export type CompetitionsPolicy = ClassPolicy &
  RuleBookPolicy &
  HonourPolicy &
  InnovationPolicy &
  CarePolicy &
  PayoutPolicy &
  StudyPolicy &
  PastPolicy &
  TreatmentPolicy;

export const COMPETITIONS_POLICY: readonly PolicyEntry<CompetitionsPolicy>[] = [
  ...CLASS_POLICY,
  ...RULE_BOOK_POLICY,
  ...HONOUR_POLICY,
  ...INNOVATION_POLICY,
  ...TREATMENT_POLICY,
  ...CARE_POLICY,
  ...PAYOUT_POLICY,
  ...STUDY_POLICY,
  ...PAST_POLICY,
];

export function competitionsPolicy<Key extends keyof CompetitionsPolicy>(
  key: Key,
  on: CalendarDate,
): CompetitionsPolicy[Key] {
  return policyOn(COMPETITIONS_POLICY, key, on);
}
