import type { ConsumptionAidPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findConsumptionAid } from './consumption-aid.ts';

export const listConsumptionAid = query({
  schema: z.strictObject({ unionId: optionalId, cursor: optionalId, limit: limit(200) }),
  permission: 'welfare.consumption-aid.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, cursor, limit: most }): Promise<ConsumptionAidPage> {
    const of = { unionId: unionId || null, before: cursor || null, limit: most };
    const items = await findConsumptionAid(sql, of);
    return { items, nextCursor: items.length === most ? (items.at(-1)?.aidId ?? '') : '' };
  },
});
