// For how long, at what rate and how often workers recuperate, as dated data (domain §3.5).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

/** In the order in which they go: whoever works at the front goes first. */
export const TARGET_GROUPS = [
  'FRONT_LINE',
  'HARMFUL_POST',
  'MODEL_WORKER',
  'RETIRING',
  'OTHER',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

export interface RecuperationPolicy {
  /** With the way there and back. */
  'recuperation.days_max': { inProvince: number; acrossProvinces: number };
  /** For a person and a day, by the first digits of the node's region code, the longest that fits; '' for all others. */
  'recuperation.daily_fen_max': Readonly<Record<string, number>>;
  /** Before the same person travels to another province again. */
  'recuperation.interval_years': number;
  'recuperation.target_order': readonly TargetGroup[];
  /** How many a unit names for each place it has: whoever does not go is followed by the next. */
  'recuperation.nominees_per_place': number;
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };

export const RECUPERATION_POLICY: readonly PolicyEntry<RecuperationPolicy>[] = [
  {
    ...always,
    key: 'recuperation.days_max',
    value: { inProvince: 5, acrossProvinces: 7 },
    orderedBy: 'Anhui [S46], for all where nothing else is known',
  },
  {
    key: 'recuperation.daily_fen_max',
    value: { '': 40_000, '35': 60_000 },
    effectiveFrom: '2022-01-01',
    effectiveTo: null,
    orderedBy:
      'Anhui 400 yuan [S46], for all where nothing else is known; Fujian 2022 600 yuan [S47]',
  },
  {
    key: 'recuperation.daily_fen_max',
    value: { '': 40_000 },
    effectiveFrom: '2000-01-01',
    effectiveTo: '2021-12-31',
    orderedBy: 'Anhui 400 yuan [S46], for all where nothing else is known',
  },
  { ...always, key: 'recuperation.interval_years', value: 3, orderedBy: 'Anhui [S46]' },
  {
    ...always,
    key: 'recuperation.target_order',
    value: TARGET_GROUPS,
    orderedBy: 'domain §3.5: front-line workers first',
  },
  {
    ...always,
    key: 'recuperation.nominees_per_place',
    value: 2,
    orderedBy: 'design default: for each place one who goes and one who may follow',
  },
];
