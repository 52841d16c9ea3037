import { childRegions, requireRegion } from '@gonglian/kernel/region.ts';
import { z } from 'zod';
import { regionCode } from '../fields.ts';
import { query } from '../pipeline.ts';

const ListRegions = z.strictObject({ parentCode: z.union([z.literal(''), regionCode]) });

/** The places directly below one; without a code, those below the node's own. */
export const listRegions = query({
  schema: ListRegions,
  permission: 'organisation.region.read',
  run(tx, { parentCode }) {
    const { code } = requireRegion(parentCode || tx.own.regionCode);
    return Promise.resolve({ items: childRegions(code) });
  },
});
