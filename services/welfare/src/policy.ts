// The dated rules of welfare and rights, with what ordered them (domain §3).
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { policyOn, type PolicyEntry } from '@gonglian/kernel/policy.ts';
import { LEGAL_AID_POLICY, type LegalAidPolicy } from './legal-aid/legal-aid-policy.ts';
import { MEDIATION_POLICY, type MediationPolicy } from './mediation/mediation-policy.ts';
import { WORK_ORDER_POLICY, type WorkOrderPolicy } from './work-order/work-order-policy.ts';
import { VENUE_POLICY, type VenuePolicy } from './venue/venue-policy.ts';
import { JOB_FAIR_POLICY, type JobFairPolicy } from './job-fair/job-fair-policy.ts';
import {
  RECUPERATION_POLICY,
  type RecuperationPolicy,
} from './recuperation/recuperation-policy.ts';
import { HARDSHIP_POLICY, type HardshipPolicy } from './hardship/hardship-policy.ts';
import { PAYOUT_POLICY, type PayoutPolicy } from './payout/payout-policy.ts';
import { PAST_POLICY, type PastPolicy } from '@gonglian/service/past.ts';
import { CAMPAIGN_POLICY, type CampaignPolicy } from './campaign/campaign-policy.ts';
import { MUTUAL_AID_POLICY, type MutualAidPolicy } from './mutual-aid/mutual-aid-policy.ts';
import { RELIEF_POLICY, type ReliefPolicy } from './relief/relief-policy.ts';
import { ATTACHMENT_POLICY, type AttachmentPolicy } from './attachment/attachment-policy.ts';
import { NOTICE_POLICY, type NoticePolicy } from './notice/notice-policy.ts';

export type WelfarePolicy = CampaignPolicy &
  MutualAidPolicy &
  PastPolicy &
  WorkOrderPolicy &
  MediationPolicy &
  LegalAidPolicy &
  HardshipPolicy &
  ReliefPolicy &
  NoticePolicy &
  AttachmentPolicy &
  PayoutPolicy &
  RecuperationPolicy &
  JobFairPolicy &
  VenuePolicy;

export const WELFARE_POLICY: readonly PolicyEntry<WelfarePolicy>[] = [
  ...CAMPAIGN_POLICY,
  ...MUTUAL_AID_POLICY,
  ...PAST_POLICY,
  ...WORK_ORDER_POLICY,
  ...MEDIATION_POLICY,
  ...LEGAL_AID_POLICY,
  ...HARDSHIP_POLICY,
  ...RELIEF_POLICY,
  ...NOTICE_POLICY,
  ...ATTACHMENT_POLICY,
  ...PAYOUT_POLICY,
  ...RECUPERATION_POLICY,
  ...JOB_FAIR_POLICY,
  ...VENUE_POLICY,
];

export function welfarePolicy<Key extends keyof WelfarePolicy>(
  key: Key,
  on: CalendarDate,
): WelfarePolicy[Key] {
  return policyOn(WELFARE_POLICY, key, on);
}
