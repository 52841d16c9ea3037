// What model workers are paid, as dated data (domain §4.4): the lines and caps of the living subsidy, the honour allowance,
// the bound of special aid, whom it covers, and how long a life check holds.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { HonourLevel } from '../honour/honour-policy.ts';

export const LIVELIHOODS = ['ON_THE_JOB', 'RETIRED', 'FARMER'] as const;
export type Livelihood = (typeof LIVELIHOODS)[number];

/** The income a month up to which a subsidy makes up the difference, and how much of it at most. */
export interface SubsidyLine {
  lineFen: number;
  capFen: number;
}

export interface CarePolicy {
  'care.living_lines': Readonly<Record<Livelihood, SubsidyLine>>;
  /** Whose income is made up. */
  'care.living_grades': readonly HonourLevel[];
  /** A month; 0 where none is paid. */
  'care.honour_allowance': Readonly<Record<HonourLevel, number>>;
  /** The most that one person is given at once. */
  'care.special_max': number;
  /** So many months of a new year the check of the year before still holds: nobody is seen on its first day. */
  'care.check_carries_months': number;
}

export const CARE_POLICY: readonly PolicyEntry<CarePolicy>[] = [
  {
    key: 'care.living_lines',
    value: {
      ON_THE_JOB: { lineFen: 656_600, capFen: 100_000 },
      RETIRED: { lineFen: 355_200, capFen: 100_000 },
      // The document says that their line is not below 1,000 yuan: a federation puts its own before it.
      FARMER: { lineFen: 100_000, capFen: 100_000 },
    },
    effectiveFrom: '2025-01-01',
    effectiveTo: null,
    // domain §4.4 [S66]
    orderedBy: '示例：湖北 2025 年标准，各级工会以本地文件为准另行录入',
  },
  {
    key: 'care.living_grades',
    value: ['NATIONAL', 'PROVINCE'],
    effectiveFrom: '2025-01-01',
    effectiveTo: null,
    // domain §4.4 [S66] is of province model workers.
    orderedBy:
      '示例：湖北 2025 年标准适用省级劳模，全国劳模比照执行，各级工会以本地文件为准另行录入',
  },
  {
    key: 'care.honour_allowance',
    value: { NATIONAL: 30_000, PROVINCE: 20_000, CITY: 10_000, COUNTY: 0 },
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    // domain §4.4 names the allowance and no figure.
    orderedBy: '系统默认，各级工会以本地文件为准另行录入',
  },
  {
    key: 'care.special_max',
    value: 2_000_000,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    // domain §4.4: critical illness and the like, no figure.
    orderedBy: '系统默认，各级工会以本地文件为准另行录入',
  },
  {
    key: 'care.check_carries_months',
    value: 3,
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    // domain §4.4: yearly.
    orderedBy: '系统默认，各级工会以本地文件为准另行录入',
  },
];
