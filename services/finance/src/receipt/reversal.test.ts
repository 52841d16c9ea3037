import { isRefusal } from '@gonglian/kernel/refusal.ts';
import { expect, test } from 'vitest';
import { decideReversal, reversalVouchers, spent } from './reversal.ts';

const standing = { reversedNo: 0, recordedBy: 'finance-1' };
const listed = { refundId: 'r', state: 'PAID' };

test('another than who entered it takes a receipt back', () => {
  expect(() => decideReversal(standing, undefined, 'finance-2')).not.toThrow();
});

// In this order.
test.each([
  ['RECEIPT_REVERSED', { ...standing, reversedNo: 9 }, listed, 'finance-1'],
  ['REVERSAL_BY_RECORDER', standing, listed, 'finance-1'],
  ['RECEIPT_IN_REFUND', standing, listed, 'finance-2'],
])('refused: %s', (code, receipt, list, actor) => {
  expect(() => decideReversal(receipt, list, actor)).toThrow(expect.objectContaining({ code }));
});

const receipt = { ...standing, receiptId: 'id', slipNo: 'S-1', voucherNo: 3, foundingVoucherNo: 0 };
const said = { on: '2026-03-09', reason: '错归工会', makerId: 'finance-2' };

test('each voucher has its mirror, the later one first', () => {
  const vouchers = (foundingVoucherNo: number) =>
    reversalVouchers({ ...receipt, foundingVoucherNo }, said).map(({ key, reversesNo }) => [
      key,
      reversesNo,
    ]);
  expect(vouchers(0)).toEqual([['reversal:id:3', 3]]);
  expect(vouchers(7)).toEqual([
    ['reversal:id:7', 7],
    ['reversal:id:3', 3],
  ]);
  expect(reversalVouchers(receipt, said)[0]).toMatchObject({
    kind: 'REVERSAL',
    eventOn: '2026-03-09',
    summary: '冲回收款 S-1：错归工会',
    makerId: 'finance-2',
    legs: [],
    moves: [],
  });
});

test('what the ledger says of an empty pot is said of the receipt', () => {
  const details = { kind: 'upper', key: '', bank: 'basic' };
  const refusal: unknown = spent('POT_OVERDRAWN', details);
  expect(isRefusal(refusal) && [refusal.code, refusal.details]).toEqual([
    'RECEIPT_SPENT',
    { fund: 'upper', bank: 'basic' },
  ]);
  expect(spent('BOOK_PERIOD_CLOSED', { period: '' })).toMatchObject({ code: 'BOOK_PERIOD_CLOSED' });
});
