import type { PlaceOfferList } from '@gonglian/contracts/gen/gonglian/welfare/v1/place.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findOffers, OFFER_KINDS } from './place-offer.ts';

/** Of the whole node: they are offered to be seen. A member sees of groups that travel only those that he may book. */
export const listPlaceOffers = query({
  schema: z.strictObject({
    offerKind: z.string().pipe(z.enum(['', ...OFFER_KINDS], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.place-offer.read',
  async run({ sql, actor, now }, ask): Promise<PlaceOfferList> {
    const items = await findOffers(sql, {
      today: chinaDate(now),
      kind: ask.offerKind || null,
      after: ask.cursor || null,
      memberId: actor.duty === 'member' ? actor.member || null : null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.offerId ?? '' };
  },
});
