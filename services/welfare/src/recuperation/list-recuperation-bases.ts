import type { RecuperationBaseList } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { limit, optionalDate, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findBases } from './bases.ts';

/** Of the whole node: whoever is sent may go to any of them. */
export const listRecuperationBases = query({
  schema: z.strictObject({ onDate: optionalDate, cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.recuperation-base.read',
  async run({ sql }, ask): Promise<RecuperationBaseList> {
    const items = await findBases(sql, {
      onDate: ask.onDate || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.baseId ?? '' };
  },
});
