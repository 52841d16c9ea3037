// What money that competitions decides on is spent as: the expenditure account and the purpose at finance, as dated data.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { PayoutCodes } from '@gonglian/payout/write-payout.ts';
import type { HonourLevel } from '../honour/honour-policy.ts';

/** The three payments of model workers (domain §4.4). */
export const CARE_KINDS = ['HONOUR_ALLOWANCE', 'LIVING_SUBSIDY', 'SPECIAL_AID'] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** What a record has decided, or whoever asks decides by a document. */
export const RECORD_KINDS = [
  'SUGGESTION_REWARD',
  'HAZARD_AWARD',
  'STUDIO_FUNDING',
  'COMPETITION_PRIZE',
  'HONOUR_BONUS',
  'STUDY_SUBSIDY',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type PayoutKind = CareKind | RecordKind;

export interface PayoutPolicy {
  'payout.codes': Readonly<Record<PayoutKind, PayoutCodes>>;
  /** The most that the holder of an honour is given, by the level of the honour. */
  'payout.honour_bonus_max': Readonly<Record<HonourLevel, number>>;
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };
const codes = (accountCode: string, purposeCode: string, title: string): PayoutCodes => ({
  accountCode,
  purposeCode,
  title,
});

export const PAYOUT_POLICY: readonly PolicyEntry<PayoutPolicy>[] = [
  {
    ...always,
    key: 'payout.codes',
    value: {
      HONOUR_ALLOWANCE: codes('50305', 'HONOUR', '劳模荣誉津贴'),
      LIVING_SUBSIDY: codes('50404', 'RELIEF', '劳模生活困难补助金'),
      SPECIAL_AID: codes('50404', 'RELIEF', '劳模特殊困难帮扶金'),
      SUGGESTION_REWARD: codes('50303', 'HONOUR', '合理化建议奖励'),
      HAZARD_AWARD: codes('50402', 'HONOUR', '安全隐患随手拍奖励'),
      STUDIO_FUNDING: codes('50303', 'OPERATIONS', '创新工作室经费'),
      COMPETITION_PRIZE: codes('50301', 'HONOUR', '竞赛奖金'),
      HONOUR_BONUS: codes('50305', 'HONOUR', '荣誉奖金'),
      STUDY_SUBSIDY: codes('50101', 'TRAINING', '求学圆梦补助'),
    },
    orderedBy:
      '财会〔2021〕7号 (domain §5.7; competitions on 50301: §4.1); which account the others are of is a design default',
  },
  {
    ...always,
    key: 'payout.honour_bonus_max',
    value: { NATIONAL: 1_000_000, PROVINCE: 500_000, CITY: 300_000, COUNTY: 200_000 },
    orderedBy: 'design default (domain §4.1: limits by policy; no document has figures)',
  },
];
