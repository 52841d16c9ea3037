import type { VenueList } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findVenues, venueView } from './venue.ts';
import { VENUE_KINDS } from './venue-kinds.ts';
import { VENUE_STATES } from './venue-steps.ts';

/** Of one union: a desk sees the register of its own; the map is for everybody. */
export const listVenues = query({
  schema: z.strictObject({
    unionId: optionalId,
    venueKind: z.string().pipe(z.enum(['', ...VENUE_KINDS], 'unknown_code')),
    state: z.string().pipe(z.enum(['', ...VENUE_STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.venue.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, node }, ask): Promise<VenueList> {
    const wholeNode = actor.scope === nodeRootUnionId(node);
    const rows = await findVenues(sql, {
      unionId: ask.unionId || (wholeNode ? null : actor.scope),
      kind: ask.venueKind || null,
      state: ask.state || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return { items: rows.map(venueView), nextCursor: last?.venueId ?? '' };
  },
});
