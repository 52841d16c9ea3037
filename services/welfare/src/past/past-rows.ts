// What a row of an old list says, by what it is of.
import {
  code,
  count,
  date,
  id,
  optionalDate,
  optionalText,
  text,
} from '@gonglian/service/fields.ts';
import { PAST_ROWS_MAX } from '@gonglian/service/past.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { ACTIVITY_KINDS } from '../activity/activity.ts';
import { CHECK_UP_KINDS, WORKER_GROUPS } from '../check-up/check-up.ts';
import { latitudeE6, longitudeE6, regionCode } from '../venue/venue-fields.ts';
import { BUILD_MODES, VENUE_KINDS, VENUE_LEVELS } from '../venue/venue-kinds.ts';

const span = { heldFrom: date, heldTo: date };

const PastCheckUp = z.strictObject({
  unionId: id,
  checkUpKind: code(CHECK_UP_KINDS),
  workerGroup: code(WORKER_GROUPS),
  hospitalName: text(100),
  ...span,
  invited: count.min(1, 'required').max(10_000_000, 'too_large'),
  attended: count.min(1, 'required'),
  costFen: optionalFen,
});
const PastVenue = z.strictObject({
  unionId: id,
  venueKind: code(VENUE_KINDS),
  venueName: text(100),
  venueLevel: code(VENUE_LEVELS),
  buildMode: code(BUILD_MODES),
  regionCode,
  address: text(200),
  latitudeE6,
  longitudeE6,
  areaSqm: count.max(10_000_000, 'too_large'),
  openedOn: date,
  endedOn: optionalDate,
});
const PastActivity = z.strictObject({
  unionId: id,
  activityKind: code(ACTIVITY_KINDS),
  title: text(100),
  place: text(200),
  ...span,
  attendance: count.max(10_000_000, 'too_large'),
  costFen: optionalFen,
  materials: count.max(10_000_000, 'too_large'),
  topic: optionalText(60),
});

export const PastServices = z
  .strictObject({
    checkUps: z.array(PastCheckUp).max(PAST_ROWS_MAX, 'too_many'),
    venues: z.array(PastVenue).max(PAST_ROWS_MAX, 'too_many'),
    activities: z.array(PastActivity).max(PAST_ROWS_MAX, 'too_many'),
  })
  .refine(
    ({ checkUps, venues, activities }) => checkUps.length + venues.length + activities.length > 0,
    {
      path: ['activities'],
      message: 'required',
    },
  );
export type PastServices = z.output<typeof PastServices>;
export type PastCheckUp = PastServices['checkUps'][number];
export type PastVenue = PastServices['venues'][number];
export type PastActivity = PastServices['activities'][number];

export const rowsOf = ({ checkUps, venues, activities }: PastServices): { unionId: string }[] => [
  ...checkUps,
  ...venues,
  ...activities,
];
