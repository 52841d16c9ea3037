// Money's own rules as dated data, with what ordered them (domain §0.1, §5, §9.17).
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { policyOn, type PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { SplitProfile } from '@gonglian/kernel/split.ts';
import { ASSET_POLICY, type AssetPolicy } from './asset-policy.ts';
import { AUDIT_POLICY, type AuditPolicy } from './audit-policy.ts';
import { DUES_POLICY, type DuesPolicy } from './dues-policy.ts';
import { EMERGENCY_POLICY, type EmergencyPolicy } from './emergency-policy.ts';
import { SPENDING_POLICY, type SpendingPolicy } from './spending-policy.ts';

export interface FinancePolicy
  extends SpendingPolicy, AuditPolicy, AssetPolicy, EmergencyPolicy, DuesPolicy {
  /** Of the wage bill, in basis points. */
  'fund.rate': number;
  /** How the fund divides where a node has set no profile: by the first two digits of its region code, '' for all others. */
  'fund.profiles': Readonly<Record<string, SplitProfile>>;
  /** Who surrenders less than this a year, on average, pays little: fen. No more goes back a year either. */
  'refund.limit': number;
  /** Over how many years the average is taken. */
  'refund.basis_years': number;
  /** Whether the national share goes back with the others. */
  'refund.national_share': boolean;
  /** How long a list is shown, in working days. */
  'publicity.days': number;
}

const JS_DEFAULT: SplitProfile = {
  grassrootsBp: 6000,
  countyBp: 2500,
  cityBp: 500,
  provinceBp: 500,
  nationalBp: 500,
};

const SD_WEIFANG: SplitProfile = {
  grassrootsBp: 6000,
  countyBp: 2000,
  cityBp: 1000,
  provinceBp: 500,
  nationalBp: 500,
};

const always = { effectiveFrom: '1990-01-01', effectiveTo: null };

export const FINANCE_POLICY: readonly PolicyEntry<FinancePolicy>[] = [
  { ...always, key: 'fund.rate', value: 200, orderedBy: '工会法 art. 43' },
  {
    ...always,
    key: 'fund.profiles',
    value: { '': JS_DEFAULT, '37': SD_WEIFANG },
    orderedBy: 'placeholders (domain §5.3 [S74], JS-DEFAULT unverified): a federation sets its own',
  },
  // Domain §5.5: the amount by inference [S75], the first years [K]; what holds after 2024 was not verified.
  {
    key: 'refund.limit',
    value: 1_000_000,
    effectiveFrom: '2020-01-01',
    effectiveTo: '2022-12-31',
    orderedBy: '小微企业工会经费支持政策（2020—2022年）',
  },
  {
    key: 'refund.limit',
    value: 1_000_000,
    effectiveFrom: '2023-01-01',
    effectiveTo: null,
    orderedBy: '厅字〔2022〕47号、工财发〔2023〕22号',
  },
  { ...always, key: 'refund.basis_years', value: 2, orderedBy: 'domain §5.5 [S75]' },
  { ...always, key: 'refund.national_share', value: true, orderedBy: 'domain §5.5 [K]' },
  { ...always, key: 'publicity.days', value: 5, orderedBy: 'domain §3.10 [K]' },
  ...SPENDING_POLICY,
  ...AUDIT_POLICY,
  ...ASSET_POLICY,
  ...EMERGENCY_POLICY,
  ...DUES_POLICY,
];

export function financePolicy<Key extends keyof FinancePolicy>(
  key: Key,
  on: CalendarDate,
): FinancePolicy[Key] {
  return policyOn(FINANCE_POLICY, key, on);
}
