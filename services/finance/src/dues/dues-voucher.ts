// A month's dues in the book of the union whose members paid them: all of it its own, nothing for the levels above.
import type { CalendarDate, Month } from '@gonglian/kernel/dates.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import type { DuesSum } from './dues.ts';

export interface DuesToPost {
  unionId: string;
  month: Month;
  receivedOn: CalendarDate;
  bank: string;
  documentNo: string;
}

/** Of a month; what was taken back before makes it a document of its own. */
export function duesKey(month: Month, takenBack = 0): string {
  return takenBack === 0 ? `dues:${month}` : `dues:${month}#${takenBack + 1}`;
}

/** Written by hand, for nothing but the voucher stands for it: so it is taken back by hand too. */
export function duesVoucher(
  { unionId, month, receivedOn, bank, documentNo }: DuesToPost,
  { memberCount, payerCount, retainedCount, amountFen }: DuesSum,
  { makerId, takenBack }: { makerId: string; takenBack: number },
): VoucherToPost {
  return {
    key: duesKey(month, takenBack),
    kind: 'MANUAL',
    eventOn: receivedOn,
    summary: `会费收入 ${month} 会员 ${memberCount} 人 缴费 ${payerCount} 人 保留会籍 ${retainedCount} 人`,
    docKind: 'dues-list',
    // A quarter is one document and three months: each month of it is entered once.
    docId: `${documentNo} ${month}`,
    makerId,
    legs: [
      { account: { code: '102', mark: bank }, amountFen },
      { account: { code: '401' }, amountFen: -amountFen },
    ],
    moves: [
      { from: { kind: 'payer', key: unionId }, to: { kind: 'own', key: '', bank }, amountFen },
    ],
  };
}
