import { booked, splitFund } from '@gonglian/kernel/split.ts';
import { expect, test } from 'vitest';
import { checkVoucher } from '../ledger/check-voucher.ts';
import { foundingVoucher, receiptVoucher, type ReceiptToPost } from './receipt-voucher.ts';

const SD = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
const sharesOf = (fen: number) => booked(splitFund(fen, SD, 'COUNTY'), 'COUNTY');
const receipt: ReceiptToPost = {
  receiptId: 'r',
  mode: 'TAX_COLLECT',
  docKind: 'tax-slip',
  slipNo: '3320',
  unionId: 'u',
  payerUscc: '913299990000000198',
  periodFrom: '2026-01',
  periodTo: '2026-03',
  wageBaseFen: 100_000_000,
  amountFen: 2_000_000,
  lateFeeFen: 0,
  receivedFen: 2_000_000,
  taxOrgan: '',
  receivedOn: '2026-04-15',
  bank: 'basic',
  collectionId: null,
  makerId: 'maker',
};
const legsOf = ({ legs }: ReturnType<typeof receiptVoucher>) =>
  legs.map(({ account, amountFen }) => [account.code, amountFen]);
const movesOf = ({ moves }: ReturnType<typeof receiptVoucher>) =>
  moves.map(({ from, to, amountFen }) => [from.kind, to.kind, amountFen]);

test('20,000 by the tax bureau: 102 / 402, 211, 21202 (domain §9.4)', () => {
  const voucher = receiptVoucher(receipt, sharesOf(2_000_000));
  expect(checkVoucher(voucher)).toBeUndefined();
  expect(legsOf(voucher)).toEqual([
    ['102', 2_000_000],
    ['402', -400_000],
    ['211', -400_000],
    ['21202', -1_200_000],
  ]);
  expect(movesOf(voucher)).toEqual([
    ['payer', 'own', 400_000],
    ['payer', 'upper', 400_000],
    ['payer', 'lower', 1_200_000],
  ]);
});

test('an adjustment is the exact negation, and the money goes back', () => {
  const back = { ...receipt, amountFen: -2_000_000, receivedFen: -2_000_000 };
  const voucher = receiptVoucher(back, sharesOf(-2_000_000));
  expect(checkVoucher(voucher)).toBeUndefined();
  expect(legsOf(voucher).map(([code, fen]) => [code, -Number(fen)])).toEqual(
    legsOf(receiptVoucher(receipt, sharesOf(2_000_000))),
  );
  expect(movesOf(voucher)).toEqual([
    ['own', 'payer', 400_000],
    ['upper', 'payer', 400_000],
    ['lower', 'payer', 1_200_000],
  ]);
});

test('a union that keeps its own share pays up the rest', () => {
  const paid = { ...receipt, mode: 'SELF_PAY' as const, receivedFen: 800_000 };
  const voucher = receiptVoucher(paid, { ...sharesOf(2_000_000), lowerFen: 0 });
  expect(checkVoucher(voucher)).toBeUndefined();
  expect(legsOf(voucher)).toEqual([
    ['102', 800_000],
    ['402', -400_000],
    ['211', -400_000],
  ]);
});

test('without a union it is held: 102 / 215, then 215 / 402, 211, 21202', () => {
  const held = receiptVoucher(
    { ...receipt, mode: 'PREP', unionId: null },
    { ownFen: 0, upperFen: 0, lowerFen: 0 },
  );
  expect(checkVoucher(held)).toBeUndefined();
  expect(legsOf(held)).toEqual([
    ['102', 2_000_000],
    ['215', -2_000_000],
  ]);
  expect(movesOf(held)).toEqual([['payer', 'prep', 2_000_000]]);
  const founded = { unionId: 'u', on: '2026-06-01', fundFen: 2_000_000 };
  const moved = foundingVoucher(receipt, founded, sharesOf(2_000_000));
  expect(checkVoucher(moved)).toBeUndefined();
  expect(legsOf(moved)).toEqual([
    ['215', 2_000_000],
    ['402', -400_000],
    ['211', -400_000],
    ['21202', -1_200_000],
  ]);
  expect(movesOf(moved)).toEqual([
    ['prep', 'own', 400_000],
    ['prep', 'upper', 400_000],
    ['prep', 'lower', 1_200_000],
  ]);
});

test('what is nothing after rounding has no leg', () => {
  const voucher = receiptVoucher({ ...receipt, receivedFen: 2, amountFen: 2 }, sharesOf(2));
  expect(legsOf(voucher)).toEqual([
    ['102', 2],
    ['21202', -2],
  ]);
});
