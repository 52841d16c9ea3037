// A line of a tax bureau's file as the receipt it becomes; they have one id.
import type { CollectionRow } from './collection.ts';
import type { ReadLine } from './read-line.ts';
import type { ReceiptToPost } from './receipt-voucher.ts';

export type LineToPost = Omit<ReadLine, 'code'> & { id: string };

/** Who brought the file made its vouchers; who said that it be posted approved them, if it was somebody else. */
export function lineReceipt(
  line: LineToPost,
  { id, sha256, bank, createdBy, postedBy }: CollectionRow,
  unionId: string | null,
  decidedBy = postedBy,
): ReceiptToPost {
  const { slipNo, payerUscc, periodFrom, periodTo, wageBaseFen, amountFen, lateFeeFen } = line;
  return {
    receiptId: line.id,
    mode: unionId === null ? 'PREP' : 'TAX_COLLECT',
    docKind: 'tax-slip',
    slipNo,
    docHash: sha256,
    unionId,
    payerUscc,
    periodFrom,
    periodTo,
    wageBaseFen,
    amountFen,
    lateFeeFen,
    receivedFen: amountFen + lateFeeFen,
    taxOrgan: line.taxOrgan,
    // A line without its date is not posted.
    receivedOn: line.receivedOn ?? '',
    bank,
    collectionId: id,
    collectionRow: line.row,
    makerId: createdBy,
    ...(decidedBy && decidedBy !== createdBy ? { approverId: decidedBy } : {}),
  };
}
