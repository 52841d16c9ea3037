import { venueRecognised } from '@gonglian/contracts/welfare.ts';
import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { holdVenue, readWholeVenue } from './venue.ts';
import { VENUE_LEVELS } from './venue-kinds.ts';
import { IN_USE } from './venue-steps.ts';

const HONOUR_LEVELS = VENUE_LEVELS.slice(1) as ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'];

/** Refused VENUE_TITLE_HELD: a title of a level is held once. */
export const recogniseVenue = command({
  schema: z.strictObject({
    venueId: id,
    title: text(60),
    honourLevel: code(HONOUR_LEVELS),
    recognisedOn: date,
    documentNo: text(100),
  }),
  permission: 'welfare.venue.decide',
  async run(tx, ask): Promise<Venue> {
    const { sql, now, emit } = tx;
    const { venueId, unionId, venueKind, state, openedOn } = await holdVenue(tx, ask.venueId);
    if (!IN_USE.includes(state)) throw refused('VENUE_NOT_IN_USE', { state });
    const { title, honourLevel, recognisedOn } = ask;
    decideDay(recognisedOn, openedOn, chinaDate(now));
    const given = await sql`
      insert into venue_recognition (venue_id, title, level, union_id, recognised_on, document_no)
      values (${venueId}, ${title}, ${honourLevel}, ${unionId}, ${recognisedOn}, ${ask.documentNo})
      on conflict do nothing returning 1`;
    if (given.length === 0) throw refused('VENUE_TITLE_HELD');
    emit(venueRecognised, { venueId, unionId, venueKind, title, honourLevel, recognisedOn });
    await sql`update venue set version = version + 1 where venue_id = ${venueId}`;
    return readWholeVenue(sql, venueId);
  },
});
