import type { PlaceBooking } from '@gonglian/contracts/gen/gonglian/welfare/v1/place.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { bookingView, findBookings } from './booking.ts';
import { freePlaceOf, requireOpenOffer } from './place-offer.ts';

/** His own, or that of somebody of a unit in the desk's reach: PLACE_UNKNOWN otherwise. */
export const cancelPlace = command({
  schema: z.strictObject({ bookingId: id }),
  permission: 'welfare.place.book',
  async run({ sql, now, beyondScope }, { bookingId }): Promise<PlaceBooking> {
    const [booking] = await findBookings(sql, { id: bookingId, limit: 1 });
    if (!booking) throw notFound('PLACE_UNKNOWN', { bookingId });
    await beyondScope('places are of the union that offers them');
    if (booking.state !== 'BOOKED') throw refused('PLACE_CANCELLED');
    await sql`select from place_offer where offer_id = ${booking.offerId} for update`;
    requireOpenOffer(booking, chinaDate(now));
    await freePlaceOf(sql, booking);
    return { ...bookingView(booking), state: 'CANCELLED' };
  },
});
