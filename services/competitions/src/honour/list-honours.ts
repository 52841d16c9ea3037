import type { HonourList } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { COMPETITIONS_POLICY, competitionsPolicy } from '../policy.ts';

/** As they stood on a day, with what a slate of each must look like. */
export const listHonours = query({
  schema: z.strictObject({ onDate: date }),
  permission: 'competitions.honour.read',
  run(_, { onDate }): Promise<HonourList> {
    const structure = competitionsPolicy('honour.structure', onDate);
    const days = competitionsPolicy('honour.publicity_days', onDate);
    const orderedBy = orderOn(COMPETITIONS_POLICY, 'honour.table', onDate);
    const items = competitionsPolicy('honour.table', onDate).map((rule) => {
      const { honourCode, level } = rule;
      const shares = structure.find(
        (s) => s.honourCode === honourCode && s.level === level,
      )?.shares;
      return {
        ...rule,
        prerequisites: [...rule.prerequisites],
        structure: (shares ?? []).map((share) => ({ ...share, traits: [...share.traits] })),
        orderedBy,
      };
    });
    return Promise.resolve({
      items,
      publicityDays: days.usual,
      modelWorkerPublicityDays: days.modelWorker,
      consulted: [...competitionsPolicy('honour.consulted', onDate)],
    });
  },
});
