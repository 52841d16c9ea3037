import type { MutualAidPlanPage } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findPlans, PLAN_STATES, planView } from './plan.ts';

/** Of whichever union: who takes part is told by whoever runs it. */
export const listMutualAidPlans = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: code(['', ...PLAN_STATES]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'welfare.mutual-aid.read',
  async run({ sql }, { unionId, state, cursor, limit: most }): Promise<MutualAidPlanPage> {
    const of = { unionId: unionId || null, state, before: cursor || null, limit: most };
    const rows = await findPlans(sql, of);
    return {
      items: rows.map((row) => planView(row)),
      nextCursor: rows.length === most ? (rows.at(-1)?.planId ?? '') : '',
    };
  },
});
