import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalText } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { holdVenue, readWholeVenue, takeVenueStep } from './venue.ts';
import { HAVES, lackingOf } from './venue-policy.ts';
import { IN_USE } from './venue-steps.ts';

/** Once a year: refused VENUE_CHECKED. Where something of the checklist of that day is lacking it is to be put right. */
export const checkVenue = command({
  schema: z.strictObject({
    venueId: id,
    year: z.int().min(1950, 'too_small').max(2200, 'too_large'),
    checkedOn: date,
    haves: z.array(code(HAVES)).max(HAVES.length, 'too_many'),
    note: optionalText(500),
  }),
  permission: 'welfare.venue.decide',
  async run(tx, ask): Promise<Venue> {
    const { sql, now } = tx;
    const venue = await holdVenue(tx, ask.venueId);
    const { venueId, unionId, venueKind, state, openedOn } = venue;
    if (!IN_USE.includes(state)) throw refused('VENUE_NOT_IN_USE', { state });
    decideDay(ask.checkedOn, openedOn, chinaDate(now));
    if (Number(ask.checkedOn.slice(0, 4)) !== ask.year)
      throw invalid('FIELD_INVALID', { field: 'year', rule: 'of_the_day' });
    const haves = [...new Set(ask.haves)];
    const lacking = lackingOf(welfarePolicy('venue.haves', ask.checkedOn)[venueKind], haves);
    const checked = await sql`
      insert into venue_check (venue_id, year, union_id, checked_on, haves, lacking, note)
      values (${venueId}, ${ask.year}, ${unionId}, ${ask.checkedOn}, ${haves}, ${lacking}, ${ask.note})
      on conflict do nothing returning 1`;
    if (checked.length === 0) throw refused('VENUE_CHECKED', { year: ask.year });
    if (lacking.length > 0 && state !== 'RECTIFY')
      await takeVenueStep(tx, venue, {
        state: 'RECTIFY',
        on: ask.checkedOn > venue.stateOn ? ask.checkedOn : venue.stateOn,
        note: ask.note,
      });
    else await sql`update venue set version = version + 1 where venue_id = ${venueId}`;
    return readWholeVenue(sql, venueId);
  },
});
