import type {
  VenuePlace,
  VenuePlaceList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { count, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { distanceM } from './distance.ts';
import { VENUE_KINDS } from './venue-kinds.ts';
import { latitudeE6, longitudeE6 } from './venue-fields.ts';
import { IN_USE } from './venue-steps.ts';

/** A county has some hundreds; a map that shows more shows nothing. */
const VENUES_MAX = 5_000;

interface Row extends Omit<VenuePlace, 'distanceM' | 'openingHours'> {
  hours: VenuePlace['openingHours'];
}

/** For whoever looks for one: of no person, and the same for everybody. The nearest first where it is asked from somewhere. */
export const findVenuesNear = query({
  schema: z.strictObject({
    venueKind: z.string().pipe(z.enum(['', ...VENUE_KINDS], 'unknown_code')),
    latitudeE6,
    longitudeE6,
    withinM: count.max(1_000_000, 'too_large'),
    limit: limit(500, 100),
  }),
  permission: 'welfare.venue-map.read',
  async run({ sql }, ask): Promise<VenuePlaceList> {
    const rows = await sql<Row>`
      select v.venue_id as "venueId", v.kind as "venueKind", v.name as "venueName",
        array(select s.kind from venue_signboard as s where s.venue_id = v.venue_id and s.removed_on is null
          order by s.kind) as "signboardKinds",
        v.address, v.latitude_e6 as "latitudeE6", v.longitude_e6 as "longitudeE6", v.hours, v.facilities, v.state
      from venue as v
      where v.state = any(${[...IN_USE]}::text[]) and (${ask.venueKind || null}::text is null
        or v.kind = ${ask.venueKind} or exists (select from venue_signboard as s
          where s.venue_id = v.venue_id and s.kind = ${ask.venueKind} and s.removed_on is null))
      order by v.venue_id limit ${VENUES_MAX}`;
    const fromSomewhere = ask.latitudeE6 !== 0 || ask.longitudeE6 !== 0;
    const places = rows.map(({ hours, ...row }) => ({
      ...row,
      openingHours: hours,
      distanceM: fromSomewhere ? distanceM(ask, row) : 0,
    }));
    const items = places
      .filter(({ distanceM: metres }) => ask.withinM === 0 || metres <= ask.withinM)
      .toSorted((one, other) => one.distanceM - other.distanceM)
      .slice(0, ask.limit);
    return { items };
  },
});
