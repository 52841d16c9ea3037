import type { GrantList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { listNow } from './grant-list.ts';

export const getGrantList = query({
  schema: z.strictObject({ listId: id }),
  permission: 'finance.grant.read',
  run: ({ sql }, { listId }): Promise<GrantList> => listNow(sql, listId),
});
