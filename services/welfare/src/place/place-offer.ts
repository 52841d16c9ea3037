// Places that may be booked, counted by their own row: of a group that travels, of a check-up, of an activity.
import type { PlaceOffer } from '@gonglian/contracts/gen/gonglian/welfare/v1/place.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const OFFER_KINDS = ['RECUPERATION', 'CHECK_UP', 'ACTIVITY'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

interface OfferToOpen {
  offerId: string;
  unionId: string;
  offerKind: OfferKind;
  subjectId: string;
  title: string;
  startsOn: string;
  closesOn: string;
  places: number;
}

export function openOffers(sql: Sql, offers: readonly OfferToOpen[]): Promise<unknown> {
  const of = (field: keyof OfferToOpen) => offers.map((offer) => offer[field]);
  return sql`
    insert into place_offer (offer_id, union_id, offer_kind, subject_id, title, starts_on, closes_on, places)
    select * from unnest(${of('offerId')}::uuid[], ${of('unionId')}::uuid[], ${of('offerKind')}::text[],
      ${of('subjectId')}::uuid[], ${of('title')}::text[], ${of('startsOn')}::date[], ${of('closesOn')}::date[],
      ${of('places')}::int[])`;
}

/** Nothing of the subject is booked or given back any more. */
export function closeOffers(sql: Sql, subjectId: string): Promise<unknown> {
  return sql`update place_offer set is_open = false where subject_id = ${subjectId}`;
}

/** Who had signed up is forgotten: of what was held there is a number. */
export async function forgetBookings(sql: Sql, subjectId: string): Promise<void> {
  await closeOffers(sql, subjectId);
  await sql`delete from place_booking where subject_id = ${subjectId}`;
}

/** The place of somebody, where he has one. The row of its offer counts it. */
export async function freePlaceOf(
  sql: Sql,
  { subjectId, who }: { subjectId: string; who: string },
): Promise<void> {
  await sql`
    with freed as (
      update place_booking set state = 'CANCELLED'
      where subject_id = ${subjectId} and who = ${who} and state = 'BOOKED' returning offer_id)
    update place_offer set taken = taken - 1 where offer_id in (select offer_id from freed)`;
}

/** What is open on a day for somebody: a batch's groups only where he was approved. */
export function findOffers(
  sql: Sql,
  of: {
    today: string;
    kind?: string | null;
    after?: string | null;
    memberId: string | null;
    limit: number;
  },
): Promise<PlaceOffer[]> {
  const { today, kind = null, after = null, memberId, limit } = of;
  return sql<PlaceOffer>`
    select o.offer_id as "offerId", o.union_id as "unionId", u.name as "unionName", o.offer_kind as "offerKind",
      o.subject_id as "subjectId", o.title, o.starts_on::text as "startsOn", o.closes_on::text as "closesOn",
      o.places, o.taken
    from place_offer as o join known_union as u using (union_id)
    where o.is_open and o.closes_on >= ${today}::date
      and (${kind}::text is null or o.offer_kind = ${kind}::text)
      and (${after}::uuid is null or o.offer_id > ${after}::uuid)
      and (${memberId}::uuid is null or o.offer_kind <> 'RECUPERATION' or exists (
        select from recuperation_nominee as n where n.batch_id = o.subject_id and n.state = 'APPROVED'
          and n.member_id = ${memberId}::uuid))
    order by o.offer_id limit ${limit}`;
}

/** Refused PLACES_CLOSED. */
export function requireOpenOffer(
  { isOpen, closesOn }: { isOpen: boolean; closesOn: string },
  today: string,
): void {
  if (!isOpen || closesOn < today) throw refused('PLACES_CLOSED', { closesOn });
}
