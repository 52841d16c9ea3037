import type { PlaceBooking } from '@gonglian/contracts/gen/gonglian/welfare/v1/place.ts';
import type { Sql } from '../pipeline.ts';

export interface BookingRow extends PlaceBooking {
  subjectId: string;
  who: string;
  isOpen: boolean;
}

/** The newest first; a member's own where one is given. */
export function findBookings(
  sql: Sql,
  of: { id?: string; memberId?: string; limit: number },
): Promise<BookingRow[]> {
  const { id = null, memberId = null, limit } = of;
  return sql<BookingRow>`
    select b.booking_id as "bookingId", b.offer_id as "offerId", o.offer_kind as "offerKind", o.title,
      o.starts_on::text as "startsOn", o.closes_on::text as "closesOn", b.state, b.booked_on::text as "bookedOn",
      b.subject_id as "subjectId", b.who, o.is_open as "isOpen"
    from place_booking as b join place_offer as o using (offer_id)
    where (${id}::uuid is null or b.booking_id = ${id}::uuid)
      and (${memberId}::uuid is null or b.member_id = ${memberId}::uuid)
    order by b.booking_id desc limit ${limit}`;
}

/** As the API shows it. */
export function bookingView(row: BookingRow): PlaceBooking {
  const { bookingId, offerId, offerKind, title, startsOn, closesOn, state, bookedOn } = row;
  return { bookingId, offerId, offerKind, title, startsOn, closesOn, state, bookedOn };
}
