import type { RecuperationRouteList } from '@gonglian/contracts/gen/gonglian/welfare/v1/recuperation.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findRoutes } from './route.ts';

export const listRecuperationRoutes = query({
  schema: z.strictObject({ cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.recuperation-base.read',
  async run({ sql }, ask): Promise<RecuperationRouteList> {
    const items = await findRoutes(sql, { before: ask.cursor || null, limit: ask.limit });
    const last = items.length === ask.limit ? items.at(-1) : undefined;
    return { items, nextCursor: last?.routeId ?? '' };
  },
});
