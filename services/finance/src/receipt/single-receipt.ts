// A receipt that a person records: of a union that pays up itself, or of the treasury.
import type { Receipt } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, type CalendarDate, type Month } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { settleAccruals } from '../accrual/settle-accruals.ts';
import type { Tx } from '../pipeline.ts';
import { optionalFen } from '../amount.ts';
import { bank, month, slipNo, uscc, type ReceiptMode } from './fields.ts';
import { requirePayee } from './find-payee.ts';
import { postReceipts } from './post-receipts.ts';
import { viewReceipt } from './receipt.ts';

/** What both say of it. */
export const RECORDED = {
  unionId: id,
  slipNo,
  payerUscc: uscc,
  periodFrom: month,
  periodTo: month,
  wageBaseFen: optionalFen,
  receivedOn: date,
  bank,
};

interface Recorded {
  unionId: string;
  slipNo: string;
  payerUscc: string;
  periodFrom: Month;
  periodTo: Month;
  wageBaseFen: number;
  receivedOn: CalendarDate;
  bank: string;
}

interface Money {
  mode: Extract<ReceiptMode, 'SELF_PAY' | 'FISCAL'>;
  docKind: string;
  amountFen: number;
  receivedFen: number;
}

/** Refused RECEIPT_PERIOD_WRONG, RECEIPT_IN_FUTURE. */
export function decideRecorded(
  ask: Pick<Recorded, 'periodFrom' | 'periodTo' | 'receivedOn'>,
  today: CalendarDate,
): void {
  const { periodFrom, periodTo, receivedOn } = ask;
  if (periodFrom > periodTo) throw refused('RECEIPT_PERIOD_WRONG', { periodFrom, periodTo });
  if (receivedOn > today) throw refused('RECEIPT_IN_FUTURE', { today });
}

/** UNION_UNKNOWN; refused UNION_CLOSED and what the ledger refuses; duplicate SLIP_KNOWN. */
export async function recordReceipt(tx: Tx, ask: Recorded, money: Money): Promise<Receipt> {
  decideRecorded(ask, chinaDate(tx.now));
  await requirePayee(tx.sql, ask.unionId, ask.receivedOn);
  const [known] = await tx.sql<{ id: string }>`
    select id from fund_receipt where doc_kind = ${money.docKind} and slip_no = ${ask.slipNo}
      and reversed_no is null`;
  if (known) throw duplicate('SLIP_KNOWN', { receiptId: known.id });
  const receiptId = newId();
  const [posted] = await postReceipts(tx, [
    {
      ...ask,
      ...money,
      receiptId,
      lateFeeFen: 0,
      taxOrgan: '',
      collectionId: null,
      makerId: tx.actor.id,
    },
  ]);
  if (posted?.refusal) throw refused(posted.refusal.code, posted.refusal.details);
  if (money.mode === 'SELF_PAY')
    await settle(tx, ask, { receiptId, voucherNo: posted?.voucherNo ?? 0 });
  return viewReceipt(tx.sql, receiptId);
}

/** What the union paid up of a year that was closed with a claim on it. */
function settle(
  tx: Tx,
  { unionId, periodTo, receivedOn, bank: into }: Recorded,
  { receiptId, voucherNo }: { receiptId: string; voucherNo: number },
): Promise<void> {
  return settleAccruals(tx, {
    direction: 'IN',
    kind: 'REMITTANCE',
    year: Number(periodTo.slice(0, 4)),
    counterpartId: unionId,
    project: '',
    cause: 'RECEIPT',
    sourceId: receiptId,
    on: receivedOn,
    bank: into,
    voucherNo,
  });
}
