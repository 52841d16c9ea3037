import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { holdVenue, readWholeVenue } from './venue.ts';
import { VENUE_KINDS } from './venue-kinds.ts';
import { IN_USE } from './venue-steps.ts';

/**
 * The site is also one of another kind, and counts once all the same, as what it was built. Refused VENUE_SIGNBOARD_TWICE
 * where it is that already.
 */
export const hangVenueSignboard = command({
  schema: z.strictObject({
    venueId: id,
    signboardKind: code(VENUE_KINDS),
    signboardName: text(100),
    hungOn: date,
  }),
  permission: 'welfare.venue.write',
  async run(tx, ask): Promise<Venue> {
    const { sql, now } = tx;
    const { venueId, unionId, venueKind, state, openedOn } = await holdVenue(tx, ask.venueId);
    if (!IN_USE.includes(state)) throw refused('VENUE_NOT_IN_USE', { state });
    decideDay(ask.hungOn, openedOn, chinaDate(now));
    if (ask.signboardKind === venueKind) throw refused('VENUE_SIGNBOARD_TWICE');
    const hung = await sql`
      insert into venue_signboard (venue_id, kind, union_id, name, hung_on)
      values (${venueId}, ${ask.signboardKind}, ${unionId}, ${ask.signboardName}, ${ask.hungOn})
      on conflict do nothing returning 1`;
    if (hung.length === 0) throw refused('VENUE_SIGNBOARD_TWICE');
    await sql`update venue set version = version + 1 where venue_id = ${venueId}`;
    return readWholeVenue(sql, venueId);
  },
});
