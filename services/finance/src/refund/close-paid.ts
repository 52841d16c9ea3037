// With the bank's answer about the last of its lines a refund is paid.
import { refundPaid } from '@gonglian/contracts/finance.ts';
import type { Tx } from '../pipeline.ts';
import { getRow } from './refund.ts';

/** Where a payment is of a refund: its source names it. */
export function refundOfSource(source: { sourceService: string; sourceId: string }): string {
  return source.sourceService === 'refund' ? (source.sourceId.split('/')[0] ?? '') : '';
}

/** Does nothing while somebody on the list is not paid, and for a payment of something else. */
export async function closePaid(
  { sql, emit }: Pick<Tx, 'sql' | 'emit'>,
  source: { sourceService: string; sourceId: string },
  paidOn: string,
): Promise<void> {
  const refundId = refundOfSource(source);
  if (refundId === '') return;
  await sql`select id from refund_run where id = ${refundId} for update`;
  const { unions, paidUnions, periodFrom, periodTo, refundFen } = await getRow(sql, refundId);
  if (paidUnions < unions) return;
  await sql`update refund_run set state = 'PAID', version = version + 1 where id = ${refundId}`;
  const said = { refundId, periodFrom, periodTo, unions, refundFen: BigInt(refundFen), paidOn };
  emit(refundPaid, said);
}
