import type { PlaceBooking } from '@gonglian/contracts/gen/gonglian/welfare/v1/place.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { Refusal } from '@gonglian/kernel/refusal.ts';
import { id, optionalId } from '@gonglian/service/fields.ts';
import type { GatheredAsk, Told } from '@gonglian/service/use-case.ts';
import { z } from 'zod';
import { gathered, type Sql } from '../pipeline.ts';
import { bookingKey, decideBookings, type OpenOffer } from './decide-bookings.ts';
import { findAskers, type Booker } from './who-may-book.ts';

const BookPlace = z.strictObject({ unionId: id, offerId: id, nomineeId: optionalId });
export type BookPlace = z.output<typeof BookPlace>;

interface Offer extends OpenOffer {
  offerKind: string;
  title: string;
  startsOn: string;
}

/**
 * The offer's own row counts its places, so that the last of them go to whoever comes first however many come at once.
 * Gathered, since all of them want the same row: a thousand who come together are a few batches and not a thousand turns.
 */
export const bookPlace = gathered({
  schema: BookPlace,
  permission: 'welfare.place.book',
  union: ({ unionId }) => unionId,
  anybody: 'a member books where his federation offers; who may is looked up by his own record',
  async run({ sql, now }, unionId, asked): Promise<Told<PlaceBooking>[]> {
    const today = chinaDate(now);
    const offers = await lockOffers(sql, unionId, asked);
    const bookers = await findAskers(sql, unionId, asked, offers);
    const booked = await bookedAlready(sql, bookers);
    const refusals = decideBookings(
      asked.map(({ ask }, n) => ({ offerId: ask.offerId, who: bookers[n]?.who })),
      { offers, booked, today },
    );
    const bookings = asked.map(({ ask }, n) => ({
      bookingId: newId(),
      booker: bookers[n],
      offer: offers.get(ask.offerId),
      refusal: refusals[n],
    }));
    await writeBookings(sql, unionId, today, bookings);
    return bookings.map(({ bookingId, offer, refusal }) => {
      if (refusal) return { refusal };
      if (!offer) throw new Error('a place was given of nothing');
      return { answer: view(bookingId, offer, today) };
    });
  },
});

const view = (bookingId: string, offer: Offer, bookedOn: string): PlaceBooking => {
  const { offerId, offerKind, title, startsOn, closesOn } = offer;
  return { bookingId, offerId, offerKind, title, startsOn, closesOn, state: 'BOOKED', bookedOn };
};

async function lockOffers(
  sql: Sql,
  unionId: string,
  asked: readonly GatheredAsk<BookPlace>[],
): Promise<ReadonlyMap<string, Offer>> {
  const rows = await sql<Offer>`
    select offer_id as "offerId", offer_kind as "offerKind", subject_id as "subjectId", title,
      starts_on::text as "startsOn", closes_on::text as "closesOn", is_open as "isOpen", places, taken
    from place_offer
    where union_id = ${unionId} and offer_id = any(${[...new Set(asked.map(({ ask }) => ask.offerId))]}::uuid[])
    order by offer_id for update`;
  return new Map(rows.map((row) => [row.offerId, row]));
}

async function bookedAlready(
  sql: Sql,
  bookers: readonly (Booker | undefined)[],
): Promise<ReadonlySet<string>> {
  const known = bookers.filter((one) => one !== undefined);
  const rows = await sql<{ subjectId: string; who: string }>`
    select b.subject_id as "subjectId", b.who
    from unnest(${known.map(({ subjectId }) => subjectId)}::uuid[], ${known.map(({ who }) => who)}::uuid[])
      as a(subject_id, who)
    join place_booking as b on b.subject_id = a.subject_id and b.who = a.who and b.state = 'BOOKED'`;
  return new Set(rows.map(({ subjectId, who }) => bookingKey(subjectId, who)));
}

interface Booking {
  bookingId: string;
  booker: Booker | undefined;
  offer: Offer | undefined;
  refusal: Refusal | undefined;
}

async function writeBookings(
  sql: Sql,
  holderId: string,
  today: string,
  bookings: readonly Booking[],
): Promise<void> {
  const rows = bookings.flatMap(({ bookingId, booker, offer, refusal }) =>
    refusal || !booker || !offer ? [] : [{ bookingId, ...booker, offerId: offer.offerId }],
  );
  if (rows.length === 0) return;
  await sql`
    insert into place_booking (booking_id, offer_id, holder_id, union_id, subject_id, who, member_id, booked_on)
    select b, o, ${holderId}::uuid, u, s, w, m, ${today}::date
    from unnest(${rows.map(({ bookingId }) => bookingId)}::uuid[], ${rows.map(({ offerId }) => offerId)}::uuid[],
      ${rows.map(({ unionId }) => unionId)}::uuid[], ${rows.map(({ subjectId }) => subjectId)}::uuid[],
      ${rows.map(({ who }) => who)}::uuid[], ${rows.map(({ memberId }) => memberId)}::uuid[])
      as r(b, o, u, s, w, m)`;
  await sql`
    update place_offer as o set taken = o.taken + r.count
    from (select one as offer_id, count(*)::int as count
      from unnest(${rows.map(({ offerId }) => offerId)}::uuid[]) as one group by one) as r
    where o.offer_id = r.offer_id`;
}
