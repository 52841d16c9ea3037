import type { CheckUp } from '@gonglian/contracts/gen/gonglian/welfare/v1/check_up.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readCheckUp } from './check-up.ts';

export const getCheckUp = query({
  schema: z.strictObject({ checkUpId: id }),
  permission: 'welfare.check-up.read',
  run: ({ sql }, { checkUpId }): Promise<CheckUp> => readCheckUp(sql, checkUpId),
});
