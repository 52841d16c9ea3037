// The dated rules of 12351 (domain §3.7): who is answered when, and how often a handler may be given longer.
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { Limit } from './clock.ts';

/** General, difficult, specially complex. */
export const WORK_ORDER_CLASSES = ['GENERAL', 'DIFFICULT', 'COMPLEX'] as const;
export type WorkOrderClass = (typeof WORK_ORDER_CLASSES)[number];

export interface WorkOrderPolicy {
  'hotline.sla': Readonly<Record<WorkOrderClass, Limit>>;
  /** Of the time for an order so much is gone when it turns yellow. */
  'hotline.yellow_percent': number;
  /** How many more days may be given, counted as those of the order are; once. */
  'hotline.extension_days_max': number;
  /** How often an account sees callers in a day, and in an hour. */
  'hotline.reveal': { dailyMax: number; hourlyMax: number };
}

const always = { effectiveFrom: '2000-01-01', effectiveTo: null };

export const WORK_ORDER_POLICY: readonly PolicyEntry<WorkOrderPolicy>[] = [
  {
    ...always,
    key: 'hotline.sla',
    value: {
      GENERAL: { days: 0, counted: 'CALENDAR' },
      DIFFICULT: { days: 5, counted: 'WORKING' },
      COMPLEX: { days: 15, counted: 'CALENDAR' },
    },
    orderedBy:
      '青海省总工会 12351 (domain §3.7 [R]); the source has "15 days", taken as of the calendar',
  },
  {
    ...always,
    key: 'hotline.yellow_percent',
    value: 50,
    orderedBy: 'design default (domain §3.7 [D])',
  },
  {
    ...always,
    key: 'hotline.extension_days_max',
    value: 15,
    orderedBy: 'design default (domain §3.7: once [K], no length)',
  },
  {
    ...always,
    key: 'hotline.reveal',
    value: { dailyMax: 200, hourlyMax: 60 },
    orderedBy: 'design default (as membership reveals)',
  },
];
