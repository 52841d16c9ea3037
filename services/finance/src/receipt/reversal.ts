// Whether a receipt may be taken back, and what is posted for it.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused, type RefusalDetails } from '@gonglian/kernel/refusal.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';

/** What the line of a tax bureau's file waits for again once its receipt was taken back. */
export const RECEIPT_REVERSED = 'RECEIPT_REVERSED';

export interface StandingReceipt {
  receiptId: string;
  slipNo: string;
  voucherNo: number;
  /** 0 for one that was never held. */
  foundingVoucherNo: number;
  recordedBy: string;
  reversedNo: number;
}

/** The list of small payers in which it is counted, where there is one. */
export interface Listed {
  refundId: string;
  state: string;
}

/**
 * Refused RECEIPT_REVERSED; REVERSAL_BY_RECORDER: who entered it does not take it back alone (domain §5.12);
 * RECEIPT_IN_REFUND: what was paid for it has gone back, or is on its way.
 */
export function decideReversal(
  { reversedNo, recordedBy }: Pick<StandingReceipt, 'reversedNo' | 'recordedBy'>,
  listed: Listed | undefined,
  actorId: string,
): void {
  if (reversedNo !== 0) throw refused(RECEIPT_REVERSED, { no: reversedNo });
  if (recordedBy === actorId) throw refused('REVERSAL_BY_RECORDER');
  if (listed) throw refused('RECEIPT_IN_REFUND', { ...listed });
}

/** The mirror of each voucher it has, the later one first: what was divided at the founding is held again, then goes back. */
export function reversalVouchers(
  receipt: StandingReceipt,
  said: { on: CalendarDate; reason: string; makerId: string },
): VoucherToPost[] {
  const { receiptId, slipNo, voucherNo, foundingVoucherNo } = receipt;
  return [foundingVoucherNo, voucherNo].flatMap((no) =>
    no === 0
      ? []
      : {
          key: `reversal:${receiptId}:${no}`,
          kind: 'REVERSAL',
          eventOn: said.on,
          summary: `冲回收款 ${slipNo}：${said.reason}`,
          docKind: 'fund-receipt',
          docId: receiptId,
          makerId: said.makerId,
          reversesNo: no,
          legs: [],
          moves: [],
        },
  );
}

/** POT_OVERDRAWN in the words of who stands before a receipt: RECEIPT_SPENT. */
export function spent(code: string, details: RefusalDetails) {
  if (code !== 'POT_OVERDRAWN') return refused(code, details);
  const { kind = '', bank = '' } = details;
  return refused('RECEIPT_SPENT', { fund: kind, bank });
}
