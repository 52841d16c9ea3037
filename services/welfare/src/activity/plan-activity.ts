import type { Activity } from '@gonglian/contracts/gen/gonglian/welfare/v1/activity.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count, date, id, optionalDate, optionalId, text } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { openOffers } from '../place/place-offer.ts';
import { requireInUse } from '../venue/venue.ts';
import { ACTIVITY_KINDS, activityView, readActivity } from './activity.ts';

/** Members sign up where it has places. Refused ACTIVITY_DATES. */
export const planActivity = command({
  schema: z
    .strictObject({
      unionId: id,
      activityKind: code(ACTIVITY_KINDS),
      title: text(100),
      venueId: optionalId,
      place: text(200),
      startsOn: date,
      endsOn: date,
      places: count.max(100_000, 'too_large'),
      bookingClosesOn: optionalDate,
    })
    .refine(({ places, bookingClosesOn }) => places > 0 === (bookingClosesOn !== ''), {
      path: ['bookingClosesOn'],
      message: 'with_places',
    }),
  permission: 'welfare.activity.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, ask): Promise<Activity> {
    const { unionId, startsOn, endsOn, places, bookingClosesOn: closesOn } = ask;
    if (endsOn < startsOn || closesOn > startsOn) throw refused('ACTIVITY_DATES', { startsOn });
    await requireLivingUnion(sql, unionId);
    if (ask.venueId !== '') await requireInUse(sql, ask.venueId);
    const activityId = newId();
    const offerId = places > 0 ? newId() : null;
    if (offerId !== null)
      await openOffers(sql, [
        {
          offerId,
          unionId,
          offerKind: 'ACTIVITY',
          subjectId: activityId,
          title: ask.title,
          startsOn,
          closesOn,
          places,
        },
      ]);
    await sql`
      insert into activity (activity_id, union_id, kind, title, venue_id, place, starts_on, ends_on, offer_id)
      values (${activityId}, ${unionId}, ${ask.activityKind}, ${ask.title}, ${ask.venueId || null}, ${ask.place},
        ${startsOn}, ${endsOn}, ${offerId})`;
    return activityView(await readActivity(sql, activityId));
  },
});
