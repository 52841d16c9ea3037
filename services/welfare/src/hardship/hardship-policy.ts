// When a worker's household is in hardship, and what its file has to go through, as dated data (domain §3.1).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export const CATEGORIES = ['DEEP', 'RELATIVE', 'ACCIDENT'] as const;
export type Category = (typeof CATEGORIES)[number];

export const FILE_LEVELS = ['NATIONAL', 'PROVINCIAL', 'CITY'] as const;
export type FileLevel = (typeof FILE_LEVELS)[number];

export const RIGID_KINDS = ['ILLNESS', 'DISABILITY', 'SCHOOLING', 'EMPLOYMENT'] as const;
export type RigidKind = (typeof RIGID_KINDS)[number];

export const MATCH_SOURCES = [
  'HOUSING',
  'VEHICLE',
  'BUSINESS',
  'SOCIAL_INSURANCE',
  'MINIMUM_LIVING',
] as const;

/** What a comparison of data finds, as far as an exclusion asks for it. */
export interface MatchFindings {
  homes: number;
  premises: boolean;
  employees: number;
  schoolFeeFen: number;
  localSchoolFeeFen: number;
  carValueFen: number;
  refusedJobs: number;
  vice: boolean;
  falseMaterials: boolean;
}

/** Where an exclusion begins; null where a document has none of it. */
export interface Exclusions {
  homesFrom: number | null;
  premises: boolean;
  employeesFrom: number | null;
  /** A school that costs more than so many times the local public one. */
  schoolFeeAboveTimes: number | null;
  carValueAboveFen: number | null;
  refusedJobsFrom: number | null;
  vice: boolean;
  falseMaterials: boolean;
}

export interface HardshipTest {
  /** Some orders say below the line, some say not above it. */
  comparison: '<' | '<=';
  relativeTimes: number;
  /** Which rigid expenses are taken off for which category. */
  rigid: Readonly<Record<'DEEP' | 'RELATIVE', readonly RigidKind[]>>;
}

export interface AccidentRule {
  /** What was lost in a year, after what was made good, is more than this share of the year's income. */
  lossAboveBasisPoints: number;
}

export interface HardshipPolicy {
  /** What the local office pays as minimum living allowance in a month (低保). */
  'hardship.minimum_living_fen': number;
  'hardship.test': HardshipTest;
  'hardship.accident': AccidentRule;
  'hardship.exclusions': Exclusions;
  'hardship.visitors_min': number;
  'hardship.peers': { presentMin: number; passAbove: { numerator: number; denominator: number } };
  'hardship.match_sources': readonly (typeof MATCH_SOURCES)[number][];
  /** Below this age somebody else agrees to what is kept of a child. */
  'hardship.guardian_below_age': number;
  'hardship.follow_up_months': number;
  /** A file that nobody has changed for so many months is on the inspectors' list. */
  'hardship.unchanged_months': number;
  /** Which files the node above confirms before they count. */
  'hardship.confirmed_above': readonly FileLevel[];
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };

export const HARDSHIP_POLICY: readonly PolicyEntry<HardshipPolicy>[] = [
  {
    ...always,
    key: 'hardship.minimum_living_fen',
    value: 94_000,
    // The example of domain §9.7.
    orderedBy: '示例标准，各级工会以本地低保文件为准另行录入',
  },
  {
    ...always,
    key: 'hardship.test',
    value: {
      comparison: '<',
      relativeTimes: 2,
      rigid: {
        DEEP: ['ILLNESS', 'DISABILITY', 'SCHOOLING'],
        RELATIVE: ['ILLNESS', 'DISABILITY', 'SCHOOLING', 'EMPLOYMENT'],
      },
    },
    // Anqing has ≤ (domain §3.1).
    orderedBy: '平顶山、青岛困难职工认定办法，低于对照线才符合',
  },
  {
    ...always,
    key: 'hardship.accident',
    value: { lossAboveBasisPoints: 8_000 },
    orderedBy: 'Qingdao (domain §3.1)',
  },
  {
    ...always,
    key: 'hardship.exclusions',
    value: {
      homesFrom: 2,
      premises: true,
      employeesFrom: 1,
      schoolFeeAboveTimes: 2,
      carValueAboveFen: 10_000_000,
      refusedJobsFrom: 3,
      vice: true,
      falseMaterials: true,
    },
    orderedBy: 'domain §3.1; what a car may be worth is a design default',
  },
  {
    ...always,
    key: 'hardship.visitors_min',
    value: 2,
    orderedBy: 'design default (domain §3.1 [D])',
  },
  {
    ...always,
    key: 'hardship.peers',
    value: { presentMin: 3, passAbove: { numerator: 1, denominator: 2 } },
    orderedBy: 'design default (domain §3.1 has 民主评议 and no numbers)',
  },
  {
    ...always,
    key: 'hardship.match_sources',
    value: MATCH_SOURCES,
    orderedBy: 'domain §3.1: 房产/车辆/工商/社保/低保比对',
  },
  {
    ...always,
    key: 'hardship.guardian_below_age',
    value: 14,
    orderedBy: '个人信息保护法 art. 31',
  },
  {
    ...always,
    key: 'hardship.follow_up_months',
    value: 12,
    orderedBy: 'assumed (domain §3.1 [K])',
  },
  {
    ...always,
    key: 'hardship.unchanged_months',
    value: 12,
    orderedBy: 'row 91 of the list: a file is verified every year',
  },
  {
    ...always,
    key: 'hardship.confirmed_above',
    value: ['NATIONAL', 'PROVINCIAL'],
    orderedBy: 'domain §3.1: confirmed by city or province; provincial files are a design default',
  },
];
