// What a station must have, how far a service circle goes: dated data (domain §3.9).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';
import type { VenueKind } from './venue-kinds.ts';

/** What is looked at on the spot. */
export const HAVES = ['SIGN', 'PLACE', 'FACILITIES', 'RULES', 'STAFF', 'ON_MAP'] as const;
export type Have = (typeof HAVES)[number];

export interface VenuePolicy {
  /** By kind; a kind that is not named has no checklist. */
  'venue.haves': Readonly<Partial<Record<VenueKind, readonly Have[]>>>;
  /** How many minutes the circle is, and how far one walks in a minute. */
  'venue.circle': { minutes: number; metresAMinute: number };
}

export const VENUE_POLICY: readonly PolicyEntry<VenuePolicy>[] = [
  {
    key: 'venue.haves',
    value: { OUTDOOR_STATION: ['SIGN', 'PLACE', 'FACILITIES', 'RULES', 'STAFF', 'ON_MAP'] },
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
    orderedBy: 'the six haves [S55] [S56]; from which day is a design default',
  },
  {
    key: 'venue.haves',
    value: { OUTDOOR_STATION: ['SIGN', 'PLACE', 'FACILITIES', 'RULES'] },
    effectiveFrom: '2000-01-01',
    effectiveTo: '2020-12-31',
    orderedBy: 'the four haves of earlier work reports (domain §3.9 [R])',
  },
  {
    key: 'venue.circle',
    value: { minutes: 15, metresAMinute: 80 },
    effectiveFrom: '2000-01-01',
    effectiveTo: null,
    orderedBy: 'Changchun’s 15 minutes (row 124); on foot, as the crow flies: a design default',
  },
];

/** What of the checklist was not there. */
export const lackingOf = (asked: readonly Have[] | undefined, haves: readonly string[]): Have[] =>
  (asked ?? []).filter((have) => !haves.includes(have));
