// Who of those that ask at the same time gets a place: in the order in which they came.
import { notFound, refused, type Refusal } from '@gonglian/kernel/refusal.ts';

export interface Asker {
  offerId: string;
  /** The nominee or the member; undefined where he may not book here. */
  who: string | undefined;
}

export interface OpenOffer {
  offerId: string;
  subjectId: string;
  places: number;
  taken: number;
  isOpen: boolean;
  closesOn: string;
}

/** One an asker: undefined where he gets a place. Nobody has two places of one subject. */
export function decideBookings(
  askers: readonly Asker[],
  {
    offers,
    booked,
    today,
  }: { offers: ReadonlyMap<string, OpenOffer>; booked: ReadonlySet<string>; today: string },
): (Refusal | undefined)[] {
  const taken = new Map([...offers.values()].map((offer) => [offer.offerId, offer.taken]));
  const held = new Set(booked);
  return askers.map(({ offerId, who }) => {
    const offer = offers.get(offerId);
    if (!offer) return notFound('PLACES_UNKNOWN', { offerId });
    const { places, closesOn } = offer;
    if (!offer.isOpen || closesOn < today) return refused('PLACES_CLOSED', { closesOn });
    if (who === undefined) return refused('PLACES_NOT_YOURS');
    const once = bookingKey(offer.subjectId, who);
    if (held.has(once)) return refused('PLACE_TWICE');
    const counted = taken.get(offerId) ?? 0;
    if (counted >= places) return refused('PLACES_FULL', { places });
    taken.set(offerId, counted + 1);
    held.add(once);
    return undefined;
  });
}

export const bookingKey = (subjectId: string, who: string): string => `${subjectId}/${who}`;
