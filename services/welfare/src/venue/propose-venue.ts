import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readWholeVenue, takeVenueStep } from './venue.ts';
import { decideAttributes, regionCode, venueContent } from './venue-fields.ts';
import { BUILD_MODES, VENUE_KINDS, VENUE_LEVELS } from './venue-kinds.ts';

export const proposeVenue = command({
  schema: z.strictObject({
    unionId: id,
    venueKind: code(VENUE_KINDS),
    venueLevel: code(VENUE_LEVELS),
    buildMode: code(BUILD_MODES),
    regionCode,
    ...venueContent,
    proposedOn: date,
  }),
  permission: 'welfare.venue.write',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Venue> {
    const { sql, now } = tx;
    const { unionId, proposedOn } = ask;
    decideDay(proposedOn, '', chinaDate(now));
    const said = decideAttributes(ask.venueKind, ask.attributes);
    await requireLivingUnion(sql, unionId);
    const venueId = newId();
    await sql`
      insert into venue (venue_id, union_id, kind, name, level, tier, build_mode, region_code, address, latitude_e6,
        longitude_e6, area_sqm, hours, facilities, attributes, state, state_on)
      values (${venueId}, ${unionId}, ${ask.venueKind}, ${ask.venueName}, ${ask.venueLevel}, ${ask.tier},
        ${ask.buildMode}, ${ask.regionCode}, ${ask.address}, ${ask.latitudeE6}, ${ask.longitudeE6}, ${ask.areaSqm},
        ${JSON.stringify(ask.openingHours)}::jsonb, ${[...new Set(ask.facilities)]},
        ${JSON.stringify(Object.fromEntries(said))}::jsonb, 'PROPOSED', ${proposedOn})`;
    await takeVenueStep(
      tx,
      { venueId, unionId, version: 0 },
      { state: 'PROPOSED', on: proposedOn },
    );
    return readWholeVenue(sql, venueId);
  },
});
