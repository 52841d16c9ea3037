import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { holdVenue, readWholeVenue } from './venue.ts';
import { VENUE_KINDS } from './venue-kinds.ts';

/** VENUE_SIGNBOARD_UNKNOWN where none of that kind hangs there. */
export const removeVenueSignboard = command({
  schema: z.strictObject({ venueId: id, signboardKind: code(VENUE_KINDS), removedOn: date }),
  permission: 'welfare.venue.write',
  async run(tx, ask): Promise<Venue> {
    const { sql, now } = tx;
    const { venueId } = await holdVenue(tx, ask.venueId);
    const [hanging] = await sql<{ hungOn: string }>`
      select hung_on::text as "hungOn" from venue_signboard
      where venue_id = ${venueId} and kind = ${ask.signboardKind} and removed_on is null`;
    if (!hanging) throw notFound('VENUE_SIGNBOARD_UNKNOWN', { kind: ask.signboardKind });
    decideDay(ask.removedOn, hanging.hungOn, chinaDate(now));
    await sql`
      update venue_signboard set removed_on = ${ask.removedOn}
      where venue_id = ${venueId} and kind = ${ask.signboardKind} and removed_on is null`;
    await sql`update venue set version = version + 1 where venue_id = ${venueId}`;
    return readWholeVenue(sql, venueId);
  },
});
