// Who may lead an innovation studio, how many it needs, and what it is given, as dated data (domain §4.5).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { StudioLevel } from './studio-steps.ts';

export const LEADER_HONOURS = [
  'NATIONAL_MODEL_WORKER',
  'PROVINCE_MODEL_WORKER',
  'CITY_MODEL_WORKER',
  'MAY_DAY_MEDAL',
  'CRAFTSMAN',
  'COUNTY_MODEL_WORKER',
] as const;
export type LeaderHonour = (typeof LEADER_HONOURS)[number];

/** The most that a studio is given at a level, when it is named there and when it goes on after a review. */
export interface StudioFunding {
  level: StudioLevel;
  namedFen: number;
  continuedFen: number;
}

export interface StudioPolicy {
  'studio.leader_honours': readonly LeaderHonour[];
  /** Different persons, the leader among them. */
  'studio.members_min': number;
  /** In working days. */
  'studio.publicity_days': number;
  /** The earliest and the latest year after the naming, or after the last review. */
  'studio.review_years': { from: number; to: number };
  /** By the first digits of the node's region code, the longest that fits; '' for all others. */
  'studio.funding': Readonly<Record<string, readonly StudioFunding[]>>;
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };

export const STUDIO_POLICY: readonly PolicyEntry<StudioPolicy>[] = [
  {
    ...always,
    key: 'studio.leader_honours',
    value: [
      'NATIONAL_MODEL_WORKER',
      'PROVINCE_MODEL_WORKER',
      'CITY_MODEL_WORKER',
      'MAY_DAY_MEDAL',
      'CRAFTSMAN',
    ],
    orderedBy: 'Hefei 2022 [S67]: city model worker, May Day medal or craftsman at the least',
  },
  { ...always, key: 'studio.members_min', value: 5, orderedBy: '[S70]' },
  {
    ...always,
    key: 'studio.publicity_days',
    value: 5,
    orderedBy: 'design default, as of honours (domain §4.3)',
  },
  {
    ...always,
    key: 'studio.review_years',
    value: { from: 2, to: 3 },
    orderedBy: 'domain §4.5: every 2–3 years',
  },
  {
    ...always,
    key: 'studio.funding',
    value: {
      '': [{ level: 'CITY', namedFen: 5_000_000, continuedFen: 3_000_000 }],
      '14': [{ level: 'PROVINCE', namedFen: 8_000_000, continuedFen: 0 }],
      '61': [{ level: 'PROVINCE', namedFen: 7_000_000, continuedFen: 0 }],
    },
    orderedBy:
      'Hefei 50,000 and 30,000 [S67], for all where nothing else is known; Shanxi 80,000 [S68]; Shaanxi 70,000 [S69]',
  },
];
