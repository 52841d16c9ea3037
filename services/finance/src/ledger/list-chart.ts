import type { Chart } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { ACCOUNT_SETS, chart } from '@gonglian/kernel/chart.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

export const listChart = query({
  schema: z.strictObject({
    accountSet: z.string().pipe(z.enum(['', ...ACCOUNT_SETS], 'unknown_code')),
  }),
  permission: 'finance.ledger.read',
  run: async (_, { accountSet }): Promise<Chart> => ({ items: chart(accountSet || undefined) }),
});
