import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, date, optionalText } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { tellOpened } from './tell-venue.ts';
import { lockVenue, readWholeVenue, takeVenueStep, venueStep } from './venue.ts';
import { decideVenueStep, OWN_STEPS } from './venue-steps.ts';

/** Opened for the first time it counts from then on; shut for a while it is counted still. */
export const stepVenue = command({
  schema: z.strictObject({
    ...venueStep,
    step: code(OWN_STEPS),
    stepOn: date,
    note: optionalText(500),
  }),
  permission: 'welfare.venue.write',
  async run(tx, ask): Promise<Venue> {
    const { sql, now } = tx;
    const venue = await lockVenue(tx, ask);
    const state = decideVenueStep(venue.state, ask.step);
    decideDay(ask.stepOn, venue.stateOn, chinaDate(now));
    await takeVenueStep(tx, venue, { state, on: ask.stepOn, note: ask.note });
    if (state === 'OPEN' && venue.openedOn === '') {
      await sql`update venue set opened_on = ${ask.stepOn} where venue_id = ${venue.venueId}`;
      tellOpened(tx, venue, ask.stepOn);
    }
    return readWholeVenue(sql, venue.venueId);
  },
});
