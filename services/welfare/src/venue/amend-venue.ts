import { venueChanged } from '@gonglian/contracts/welfare.ts';
import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import { lockVenue, readVenue, readWholeVenue, venueStep, type VenueRow } from './venue.ts';
import { decideAttributes, venueContent } from './venue-fields.ts';
import { IN_USE } from './venue-steps.ts';

/** What is counted of a venue that is open is told as it was and as it is. Refused VENUE_CLOSED. */
export const amendVenue = command({
  schema: z.strictObject({ ...venueStep, ...venueContent }),
  permission: 'welfare.venue.write',
  async run(tx, ask): Promise<Venue> {
    const { sql } = tx;
    const before = await lockVenue(tx, ask);
    if (before.state === 'CLOSED' || before.state === 'REFUSED') throw refused('VENUE_CLOSED');
    const said = decideAttributes(before.venueKind, ask.attributes);
    const { venueId } = before;
    await sql`
      update venue set name = ${ask.venueName}, tier = ${ask.tier}, address = ${ask.address},
        latitude_e6 = ${ask.latitudeE6}, longitude_e6 = ${ask.longitudeE6}, area_sqm = ${ask.areaSqm},
        hours = ${JSON.stringify(ask.openingHours)}::jsonb, facilities = ${[...new Set(ask.facilities)]},
        attributes = ${JSON.stringify(Object.fromEntries(said))}::jsonb, version = version + 1
      where venue_id = ${venueId}`;
    if (IN_USE.includes(before.state)) await tellChange(tx, before, await readVenue(sql, venueId));
    return readWholeVenue(sql, venueId);
  },
});

const isLinked = ({ said }: VenueRow): boolean => said['LIBRARY_LINKED'] === 'YES';

async function tellChange(
  { sql, now, emit }: Pick<Tx, 'sql' | 'now' | 'emit'>,
  before: VenueRow,
  after: VenueRow,
): Promise<void> {
  const { venueId, unionId, venueKind, tier, areaSqm } = after;
  const libraryLinked = isLinked(after);
  const was = {
    tierBefore: before.tier,
    areaSqmBefore: before.areaSqm,
    libraryLinkedBefore: isLinked(before),
  };
  const same =
    was.tierBefore === tier &&
    was.areaSqmBefore === areaSqm &&
    was.libraryLinkedBefore === libraryLinked;
  if (same) return;
  const changedOn = chinaDate(now);
  await sql`
    insert into venue_change (venue_id, no, union_id, changed_on, tier_before, tier, area_before, area, linked_before, linked)
    values (${venueId}, ${after.version}, ${unionId}, ${changedOn}, ${was.tierBefore}, ${tier}, ${was.areaSqmBefore},
      ${areaSqm}, ${was.libraryLinkedBefore}, ${libraryLinked})`;
  emit(venueChanged, {
    venueId,
    unionId,
    venueKind,
    ...was,
    tier,
    areaSqm,
    libraryLinked,
    changedOn,
  });
}
