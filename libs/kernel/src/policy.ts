// Money, ratios, days and ages are dated data with the document that ordered them (domain §0.1): last year's decision
// is run again under last year's entry. A federation puts its own entries before the defaults.
import type { AdmissionAgePolicy } from './age.ts';
import type { CalendarDate } from './dates.ts';
import { refused } from './refusal.ts';
import type { CommitteeBand, ElectionPolicy, ReminderPolicy } from './term.ts';

/** One value of one key from a date on; `effectiveTo` is the last day, null while it stands. */
export type PolicyEntry<Values> = {
  [Key in keyof Values & string]: {
    key: Key;
    value: Values[Key];
    effectiveFrom: CalendarDate;
    effectiveTo: CalendarDate | null;
    /** The document or, where none was found, what the value rests on. */
    orderedBy: string;
  };
}[keyof Values & string];

/** The value in force on a date: the first entry that fits. Otherwise refused POLICY_MISSING. */
export function policyOn<Values, Key extends keyof Values & string>(
  registry: readonly PolicyEntry<Values>[],
  key: Key,
  date: CalendarDate,
): Values[Key] {
  return entryOn(registry, key, date).value as Values[Key];
}

/** The document that ordered the value in force on a date; refused as above. */
export function orderOn<Values>(
  registry: readonly PolicyEntry<Values>[],
  key: keyof Values & string,
  date: CalendarDate,
): string {
  return entryOn(registry, key, date).orderedBy;
}

function entryOn<Values>(
  registry: readonly PolicyEntry<Values>[],
  key: keyof Values & string,
  date: CalendarDate,
): PolicyEntry<Values> {
  const entry = registry.find(
    (candidate) =>
      candidate.key === key &&
      candidate.effectiveFrom <= date &&
      (candidate.effectiveTo === null || date <= candidate.effectiveTo),
  );
  if (entry === undefined) throw refused('POLICY_MISSING', { key, date });
  return entry;
}

/** The keys the kernel's own rules read; other services declare theirs in the same form. */
export interface KernelPolicy {
  'admission.age': AdmissionAgePolicy;
  'committee.bands': readonly CommitteeBand[];
  'election.rules': ElectionPolicy;
  'term.reminders': ReminderPolicy;
  'women_committee.min': number;
}

export const KERNEL_POLICY: readonly PolicyEntry<KernelPolicy>[] = [
  {
    key: 'admission.age',
    value: { refuseUnder: 16, warnOver: 70, juvenileUnder: 18 },
    effectiveFrom: '1995-01-01',
    effectiveTo: null,
    orderedBy: '劳动法 art. 15, 58; upper age is a design default (domain §2.6)',
  },
  {
    key: 'committee.bands',
    value: [
      { membersFrom: 0, seatsMin: 3, seatsMax: 5, organiserAllowed: true },
      { membersFrom: 25, seatsMin: 3, seatsMax: 7, organiserAllowed: false },
      { membersFrom: 201, seatsMin: 7, seatsMax: 15, organiserAllowed: false },
      { membersFrom: 1_001, seatsMin: 15, seatsMax: 21, organiserAllowed: false },
      { membersFrom: 5_001, seatsMin: 21, seatsMax: 29, organiserAllowed: false },
      { membersFrom: 10_001, seatsMin: 29, seatsMax: 37, organiserAllowed: false },
      { membersFrom: 50_001, seatsMin: 37, seatsMax: 45, organiserAllowed: false },
    ],
    effectiveFrom: '2016-10-09',
    effectiveTo: null,
    orderedBy: '总工发〔2016〕27号 art. 8; 37–45 by a Shenzhen district page (domain §1.4)',
  },
  {
    key: 'election.rules',
    value: {
      quorum: { numerator: 2, denominator: 3 },
      passAbove: { numerator: 1, denominator: 2 },
      recallAbove: { numerator: 1, denominator: 2 },
      surplusBasisPoints: 500,
      postponementMonthsMax: 6,
    },
    effectiveFrom: '2016-10-09',
    effectiveTo: null,
    orderedBy:
      '总工发〔2016〕27号; 工会法 art. 18; surplus and postponement are assumed (domain §1.4 [K])',
  },
  {
    key: 'term.reminders',
    value: { firstDays: 180, secondDays: 90, lastDays: 30 },
    effectiveFrom: '1900-01-01',
    effectiveTo: null,
    orderedBy: 'design default (domain §1.4 [D])',
  },
  {
    key: 'women_committee.min',
    value: 10,
    effectiveFrom: '2008-10-21',
    effectiveTo: null,
    orderedBy: '中国工会章程 as quoted in [S9]; Beijing orders 25 (domain §1.5)',
  },
];
