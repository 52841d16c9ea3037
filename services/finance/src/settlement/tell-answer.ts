import { settlementAnswered } from '@gonglian/contracts/finance.ts';
import type { Tx } from '../pipeline.ts';
import type { SettlementRow } from './settlement.ts';

/** To the sender, from the receiver's row as it now is: that it came, that it did not, or what was spent of it. */
export function tellAnswer(
  { emit, node }: Pick<Tx, 'emit' | 'node'>,
  row: SettlementRow,
  answer = row.state,
): void {
  emit(settlementAnswered, {
    settlementId: row.settlementId,
    fromNode: row.neighbour,
    toNode: node,
    answer,
    receivedFen: BigInt(row.receivedFen),
    answeredOn: row.answeredOn,
    reasonCode: row.reasonCode,
    voucherNo: BigInt(row.voucherNo),
    usedFen: BigInt(row.usedFen),
    usedOn: row.usedOn,
    usedNote: row.usedNote,
  });
}
