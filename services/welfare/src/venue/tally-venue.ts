import { venueServed } from '@gonglian/contracts/welfare.ts';
import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count, date, id } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { holdVenue, readWholeVenue } from './venue.ts';

const MEASURES = ['VISITS', 'READING_CARDS', 'CONTACTS'] as const;

/** A number of a day, once: refused VENUE_TALLIED. Nothing says who it was, and a door that counts sends nothing else. */
export const tallyVenue = command({
  schema: z.strictObject({
    venueId: id,
    measure: code(MEASURES),
    talliedOn: date,
    count: count.min(1, 'required').max(1_000_000, 'too_large'),
  }),
  permission: 'welfare.venue.tally',
  async run(tx, ask): Promise<Venue> {
    const { sql, now, emit } = tx;
    const { venueId, unionId, venueKind, openedOn } = await holdVenue(tx, ask.venueId);
    if (openedOn === '') throw refused('VENUE_NOT_IN_USE');
    const { measure, talliedOn, count: served } = ask;
    decideDay(talliedOn, openedOn, chinaDate(now));
    const tallied = await sql`
      insert into venue_tally (venue_id, tallied_on, measure, union_id, served)
      values (${venueId}, ${talliedOn}, ${measure}, ${unionId}, ${served}) on conflict do nothing returning 1`;
    if (tallied.length === 0) throw refused('VENUE_TALLIED', { talliedOn });
    emit(venueServed, { venueId, unionId, venueKind, measure, served, servedOn: talliedOn });
    return readWholeVenue(sql, venueId);
  },
});
