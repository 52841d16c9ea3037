// The newest first.
import type { InspectionList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readRounds } from './round.ts';

export const listInspections = query({
  schema: z.strictObject({ cursor: optionalId, limit: limit(100) }),
  permission: 'finance.audit.read',
  async run({ sql }, ask): Promise<InspectionList> {
    const items = await readRounds(sql, ask);
    return { items, nextCursor: items.length === ask.limit ? (items.at(-1)?.roundId ?? '') : '' };
  },
});
