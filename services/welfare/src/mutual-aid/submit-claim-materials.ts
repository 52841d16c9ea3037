import type { MutualAidClaim } from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { accountNumber, bankCode } from '@gonglian/service/payee-fields.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { evidence } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Tx } from '../pipeline.ts';
import {
  claimAccountPlace,
  claimStep,
  lockClaim,
  readWholeClaim,
  takeStep,
  type ClaimRow,
} from './claim.ts';
import { invoiceKey } from './health.ts';

const INVOICES_MAX = 50;

/** Its papers, and to which account. Refused INVOICE_USED, which says the first that was: in whatever plan and round. */
export const submitClaimMaterials = command({
  schema: z.strictObject({
    ...claimStep,
    invoiceNumbers: z.array(text(40)).min(1, 'required').max(INVOICES_MAX, 'too_many'),
    evidenceSha256: evidence,
    accountNumber,
    bankCode,
  }),
  permission: 'welfare.mutual-aid.report',
  async run(tx, ask): Promise<MutualAidClaim> {
    const { sql, own } = tx;
    const claim = await lockClaim(tx, ask);
    const { claimId } = claim;
    await takeStep(tx, claim, 'SUBMIT');
    await useInvoices(tx, claim, ask.invoiceNumbers);
    const account = own.vault.seal(ask.accountNumber, claimAccountPlace(claimId));
    const accountKey = own.vault.blindIndex('account', ask.accountNumber);
    await sql`
      update mutual_claim set evidence_sha256 = ${ask.evidenceSha256}, account_sealed = ${account},
        account_key = ${accountKey}, bank_code = ${ask.bankCode}
      where claim_id = ${claimId}`;
    return readWholeClaim(sql, own.vault, claimId);
  },
});

/** Of two claims at once with one invoice the second waits for the first, and then finds it used. */
async function useInvoices({ sql, own }: Tx, claim: ClaimRow, numbers: readonly string[]) {
  const keys = numbers.map((one) => invoiceKey(own.vault, one));
  await sql`delete from mutual_invoice where claim_id = ${claim.claimId}`;
  const used = await sql<{ seq: number }>`
    insert into mutual_invoice (invoice_key, claim_id, seq, holder_union_id, union_id)
    select key, ${claim.claimId}::uuid, seq, ${claim.holderUnionId}::uuid, ${claim.unionId}::uuid
    from unnest(${keys}::bytea[]) with ordinality as k(key, seq) order by key
    on conflict do nothing returning seq`;
  const taken = new Set(used.map(({ seq }) => seq));
  const refusedAt = numbers.findIndex((_, at) => !taken.has(at + 1));
  if (refusedAt >= 0) throw refused('INVOICE_USED', { seq: refusedAt + 1 });
}
