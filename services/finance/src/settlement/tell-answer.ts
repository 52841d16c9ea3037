import { settlementAnswered } from '@gonglian/contracts/finance.ts';
import type { Tx } from '../pipeline.ts';
import type { SettlementRow } from './settlement.ts';

/** To the sender, from the receiver's row as it now is. */
export function tellAnswer({ emit, node }: Pick<Tx, 'emit' | 'node'>, row: SettlementRow): void {
  emit(settlementAnswered, {
    settlementId: row.settlementId,
    fromNode: row.neighbour,
    toNode: node,
    answer: row.state,
    receivedFen: BigInt(row.receivedFen),
    answeredOn: row.answeredOn,
    reasonCode: row.reasonCode,
    voucherNo: BigInt(row.voucherNo),
  });
}
