// What money that welfare decides on is paid as, as dated data: the purpose at finance and the expenditure account, or that of
// entrusted money.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { PayoutCodes } from '@gonglian/payout/write-payout.ts';

export const PAYOUT_KINDS = [
  'LIVING_RELIEF',
  'MEDICAL_RELIEF',
  'STUDY_AID',
  'TEMPORARY_RELIEF',
  'WARMTH_GIFT',
  'MUTUAL_AID_CLAIM',
  'LEGAL_AID_SUBSIDY',
  'RECUPERATION_COST',
  'STARTUP_SUBSIDY',
] as const;
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

export interface PayoutPolicy {
  'payout.codes': Readonly<Record<PayoutKind, PayoutCodes>>;
  /** The most that a lawyer is given for a case, which has no sum of its own. */
  'payout.legal_aid_subsidy_max': number;
}

const codes = (accountCode: string, purposeCode: string, title: string): PayoutCodes => ({
  accountCode,
  purposeCode,
  title,
});

export const PAYOUT_POLICY: readonly PolicyEntry<PayoutPolicy>[] = [
  {
    key: 'payout.codes',
    value: {
      LIVING_RELIEF: codes('50404', 'RELIEF', '生活救助'),
      MEDICAL_RELIEF: codes('50404', 'RELIEF', '医疗救助'),
      STUDY_AID: codes('50405', 'SEND_WARMTH', '金秋助学'),
      TEMPORARY_RELIEF: codes('50404', 'RELIEF', '临时救助'),
      WARMTH_GIFT: codes('50405', 'SEND_WARMTH', '送温暖慰问'),
      MUTUAL_AID_CLAIM: codes('221', 'MUTUAL_AID', '互助保障给付'),
      LEGAL_AID_SUBSIDY: codes('50403', 'OPERATIONS', '法律援助补贴'),
      RECUPERATION_COST: codes('50204', 'ACTIVITY', '疗休养费用'),
      STARTUP_SUBSIDY: codes('50404', 'RELIEF', '创业贷款贴息'),
    },
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy:
      '财会〔2021〕7号: 50404 relief, 50405 all four gifts, 50403 legal aid, 221 the premiums of mutual aid (domain §3.3, §3.4, §5.7)',
  },
  {
    key: 'payout.legal_aid_subsidy_max',
    value: 500_000,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'design default; no document has a figure',
  },
];
