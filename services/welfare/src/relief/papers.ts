// The account that relief goes to and the invoices that it is for: an account is one person's, an invoice is used once,
// whatever the programme.
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { accountNumber, bankCode } from '@gonglian/service/payee-fields.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { invoiceKey } from '../mutual-aid/health.ts';
import type { Tx } from '../pipeline.ts';
import { accountPlace } from './grant.ts';

const INVOICES_MAX = 100;

export const papers = {
  accountNumber: accountNumber.or(z.literal('')),
  bankCode: bankCode.or(z.literal('')),
  invoiceNos: z.array(text(60)).max(INVOICES_MAX, 'too_many'),
};
interface Papers {
  accountNumber: string;
  bankCode: string;
  invoiceNos: readonly string[];
}

/** In the order of refusals: a bank without its account, RELIEF_ACCOUNT_OTHERS, RELIEF_ACCOUNT_TWICE, RELIEF_INVOICE_USED. */
export async function writePapers(
  tx: Tx,
  grant: { grantId: string; personId: string; programme: string },
  ask: Papers,
): Promise<void> {
  if ((ask.accountNumber === '') !== (ask.bankCode === ''))
    throw invalid('FIELD_INVALID', { field: 'bankCode', rule: 'with_the_account' });
  if (ask.accountNumber !== '') await writeAccount(tx, grant, ask);
  if (ask.invoiceNos.length > 0) await writeInvoices(tx, grant.grantId, ask.invoiceNos);
}

async function writeAccount(
  { sql, own }: Tx,
  { grantId, personId, programme }: { grantId: string; personId: string; programme: string },
  ask: Papers,
): Promise<void> {
  const key = own.vault.blindIndex('account', ask.accountNumber);
  await sql`
    insert into relief_account (account_key, person_id) values (${key}, ${personId})
    on conflict do nothing`;
  // One row a key: of two who come at once the second waits above, and finds the first here.
  const its = await sql`
    select from relief_account where account_key = ${key} and person_id = ${personId}`;
  if (its.length === 0) throw refused('RELIEF_ACCOUNT_OTHERS');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`relief account ${key.toString('hex')}`}, 0))`;
  const open = await sql`
    select from relief_grant where programme = ${programme} and account_key = ${key} and grant_id <> ${grantId}
      and state in ('PROPOSED', 'MATERIALS_CHECKED', 'REVIEWED', 'APPROVED', 'PUBLISHED', 'SUSPENDED',
        'PAY_ORDERED', 'RETURNED') limit 1`;
  if (open.length > 0) throw refused('RELIEF_ACCOUNT_TWICE');
  await sql`
    update relief_grant set account_key = ${key}, bank_code = ${ask.bankCode},
      account_sealed = ${own.vault.seal(ask.accountNumber, accountPlace(grantId))}
    where grant_id = ${grantId}`;
}

async function writeInvoices({ sql, own }: Tx, grantId: string, invoiceNos: readonly string[]) {
  const keys = invoiceNos.map((one) => invoiceKey(own.vault, one));
  const written = await sql`
    insert into relief_invoice (invoice_key, grant_id)
    select key, ${grantId}::uuid from unnest(${keys}::bytea[]) as k(key)
    on conflict do nothing returning 1`;
  if (written.length < keys.length) throw refused('RELIEF_INVOICE_USED');
}
