// Send-warmth money, as dated data (domain §3.3, §9.17).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface CampaignPolicy {
  /** The most that one person is given at once. */
  'warmth.per_time': number;
  /** And in a calendar year. */
  'warmth.per_year': number;
}

const shandong = {
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  // domain §3.3 [S41]: "in principle".
  orderedBy: '示例：山东省送温暖资金使用管理办法，各级工会以本地文件为准另行录入',
};

export const CAMPAIGN_POLICY: readonly PolicyEntry<CampaignPolicy>[] = [
  { ...shandong, key: 'warmth.per_time', value: 300_000 },
  { ...shandong, key: 'warmth.per_year', value: 600_000 },
];
