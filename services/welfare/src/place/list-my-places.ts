import type { PlaceBookingList } from '@gonglian/contracts/gen/gonglian/welfare/v1/place.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { bookingView, findBookings } from './booking.ts';

export const listMyPlaces = query({
  schema: z.strictObject({ limit: limit(200) }),
  permission: 'welfare.my-place.read',
  async run({ sql, actor }, ask): Promise<PlaceBookingList> {
    if (actor.member === '') throw notFound('MEMBER_UNKNOWN');
    const rows = await findBookings(sql, { memberId: actor.member, limit: ask.limit });
    return {
      items: rows.map(bookingView),
    };
  },
});
