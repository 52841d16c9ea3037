// An account of a union at a bank, by the mark that its books know it by.
import type { BankAccount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { maskBankCard } from '@gonglian/kernel/mask.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import type { Sql } from '../pipeline.ts';

export interface BankAccountRow {
  unionId: string;
  bank: string;
  holderName: string;
  account: Buffer;
  bankCode: string;
}

export const accountPlace = (unionId: string, bank: string) =>
  `bank_account.account.${unionId}/${bank}`;

/** A union has a handful; a federation that has more than this keeps them elsewhere. */
const ACCOUNTS_MAX = 100;

export function findBankAccounts(sql: Sql, unionId: string): Promise<BankAccountRow[]> {
  return sql<BankAccountRow>`
    select union_id as "unionId", bank, holder_name as "holderName", account,
      bank_code as "bankCode"
    from bank_account where union_id = ${unionId} order by bank limit ${ACCOUNTS_MAX}`;
}

export function bankAccountView(vault: Vault, row: BankAccountRow): BankAccount {
  const { account, ...rest } = row;
  const whole = vault.open(account, accountPlace(row.unionId, row.bank));
  return { ...rest, accountMasked: maskBankCard(whole, 'issuer_and_tail') };
}
