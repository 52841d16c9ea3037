import type { MutualAidPlan } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readWholePlan } from './plan.ts';

export const getMutualAidPlan = query({
  schema: z.strictObject({ planId: id }),
  permission: 'welfare.mutual-aid.read',
  run: ({ sql }, { planId }): Promise<MutualAidPlan> => readWholePlan(sql, planId),
});
