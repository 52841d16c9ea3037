import type { BankReconciliation } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { month } from './month.ts';
import { readReconciliation } from './reconciliation.ts';

export const getBankReconciliation = query({
  schema: z.strictObject({ unionId: id, bank: optionalText(40), month }),
  permission: 'finance.bank.read',
  unions: ({ unionId }) => [unionId],
  run: (tx, ask): Promise<BankReconciliation> => readReconciliation(tx, ask),
});
