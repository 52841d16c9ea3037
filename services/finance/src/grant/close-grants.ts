// With the bank's answer a grant is paid; with that of the node it went to where it left this one.
import { grantPaid } from '@gonglian/contracts/finance.ts';
import type { Tx } from '../pipeline.ts';
import { findGrants } from './grant.ts';
import { tellAnswer } from './tell-answer.ts';

type Closing = Pick<Tx, 'sql' | 'emit' | 'node'>;

/** Those of its lines that the bank has paid; nothing for a payment of something else. */
export async function closePaidGrants(
  tx: Closing,
  { sourceService, sourceId }: { sourceService: string; sourceId: string },
): Promise<void> {
  if (sourceService !== 'grant') return;
  const paid = await tx.sql<{ grantId: string }>`
    update fund_grant as g set state = 'PAID', paid_on = l.paid_on, version = version + 1
    from (select l.beneficiary_id, max(l.paid_on) as paid_on
      from payment as p join payment_line as l on l.payment_id = p.id
      where p.source_service = 'grant' and p.source_id = ${sourceId} and l.state = 'PAID'
      group by 1) as l
    where g.payout = ${sourceId} and g.state = 'APPROVED'
      and g.recipient_union_id::text = l.beneficiary_id
    returning g.grant_id as "grantId"`;
  await tellPaid(tx, paid);
}

export async function closeSettledGrants(
  tx: Closing,
  settlementId: string,
  receivedOn: string,
): Promise<void> {
  const paid = await tx.sql<{ grantId: string }>`
    update fund_grant set state = 'PAID', paid_on = ${receivedOn}, version = version + 1
    where settlement_id = ${settlementId} and state = 'APPROVED' returning grant_id as "grantId"`;
  await tellPaid(tx, paid);
}

async function tellPaid(tx: Closing, paid: readonly { grantId: string }[]): Promise<void> {
  if (paid.length === 0) return;
  const grantIds = paid.map(({ grantId }) => grantId);
  for (const grant of await findGrants(tx.sql, { grantIds, limit: grantIds.length })) {
    const { grantId, ruleId, ruleCode, kind, fiscalYear, unionId, paidOn } = grant;
    tx.emit(grantPaid, {
      grantId,
      ruleId,
      ruleCode,
      kind,
      fiscalYear,
      unionId,
      paidOn,
      recipientNode: grant.neighbour,
      amountFen: BigInt(grant.grantedFen),
    });
    tellAnswer(tx, grant, paidOn);
  }
}
