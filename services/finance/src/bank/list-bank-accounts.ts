import type { BankAccountList } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { bankAccountView, findBankAccounts } from './bank-account.ts';

export const listBankAccounts = query({
  schema: z.strictObject({ unionId: id }),
  permission: 'finance.bank.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, { unionId }): Promise<BankAccountList> {
    const found = await findBankAccounts(sql, unionId);
    return { items: found.map((row) => bankAccountView(own.vault, row)) };
  },
});
