import type { Venue } from '@gonglian/contracts/gen/gonglian/welfare/v1/venue.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readVenue, readWholeVenue } from './venue.ts';

export const getVenue = query({
  schema: z.strictObject({ venueId: id }),
  permission: 'welfare.venue.read',
  async run({ sql, requireUnions }, { venueId }): Promise<Venue> {
    await requireUnions([(await readVenue(sql, venueId)).unionId]);
    return readWholeVenue(sql, venueId);
  },
});
