import type { BankAccount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { requireLivingUnion } from '../budget/require-union.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { command } from '../pipeline.ts';
import { accountPlace, bankAccountView } from './bank-account.ts';

/** What was exported names the account it was exported with: a change is of the payments that follow. */
export const setBankAccount = command({
  schema: z.strictObject({
    unionId: id,
    bank: optionalText(40),
    holderName: payeeName,
    accountNumber,
    bankCode,
  }),
  permission: 'finance.bank.set',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<BankAccount> {
    const { unionId, bank, holderName } = ask;
    await requireLivingUnion(sql, unionId);
    const account = own.vault.seal(ask.accountNumber, accountPlace(unionId, bank));
    await sql`
      insert into bank_account (union_id, bank, holder_name, account, bank_code)
      values (${unionId}, ${bank}, ${holderName}, ${account}, ${ask.bankCode})
      on conflict (union_id, bank) do update set holder_name = excluded.holder_name,
        account = excluded.account, bank_code = excluded.bank_code`;
    return bankAccountView(own.vault, {
      unionId,
      bank,
      holderName,
      account,
      bankCode: ask.bankCode,
    });
  },
});
