import { mutualAidPaid } from '@gonglian/contracts/welfare.ts';
import type { HeardLine } from '@gonglian/payout/on-payments.ts';
import type { Tx } from '../pipeline.ts';

/** The bank has paid claims: only now they count. */
export async function hearClaimsPaid(
  { sql, emit }: Tx,
  lines: readonly HeardLine[],
): Promise<void> {
  const paid = lines.filter(({ state }) => state === 'PAID');
  const rows = await sql<{
    claimId: string;
    unionId: string;
    planKind: string;
    paidOn: string;
    amountFen: string;
  }>`
    update mutual_claim as c set paid_on = h.paid_on, version = c.version + 1
    from unnest(${paid.map(({ recordId }) => recordId)}::uuid[],
      ${paid.map(({ paidOn }) => paidOn)}::date[]) as h(claim_id, paid_on), mutual_plan as p
    where c.claim_id = h.claim_id and c.paid_on is null and p.plan_id = c.plan_id
    returning c.claim_id as "claimId", c.union_id as "unionId", p.kind as "planKind", c.paid_on::text as "paidOn",
      c.benefit_fen::text as "amountFen"`;
  for (const row of rows) emit(mutualAidPaid, { ...row, amountFen: BigInt(row.amountFen) });
}
