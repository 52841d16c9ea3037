// The audit walk of domain §9.13: from a paid line to the receipt and to everything that allowed it, none missing unnamed.
import type { MoneyEvidence } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { monthOf } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statement } from '../bank/scene.ts';
import {
  approver,
  BANK,
  cashier,
  checker,
  maker,
  refusedWith,
  resultFile,
  startScene,
  thirdFailed,
  today,
  type Scene,
} from '../payment/scene.ts';
import { openNode, openUnions, usccOf } from '../receipt/scene.ts';
import { asking, byEnd } from './scene.ts';

const auditor = { duty: 'auditor' } as const;
let scene: Scene;
let root: string;
let elsewhere: string;
let receipt: { receiptId: string; voucherNo: bigint };
let batchNo: string;
let lines: { lineId: string; voucherNo: bigint }[];

/** One enterprise's union pays up 8,000.00; of it 3,500.50 is paid out, the third line in vain. */
beforeAll(async () => {
  scene = await startScene();
  const { service, setBudget, sent } = scene;
  root = await openNode(service);
  const [payer = ''] = await openUnions(service, [1]);
  elsewhere = await scene.union();
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, cashier);
  const paid = {
    unionId: payer,
    slipNo: 'S-1',
    payerUscc: usccOf(1),
    receivedOn: today,
    bank: BANK,
  };
  const month = monthOf(today);
  const of = { periodFrom: month, periodTo: month, wageBaseFen: 100_000_000n };
  const amounts = { fundFen: 2_000_000n, paidUpFen: 800_000n };
  receipt = await service.call('recordSelfPayment', { ...paid, ...of, ...amounts }, cashier);
  const holder = { holderName: '合成县总工会', accountNumber: '32050174883600000123' };
  const account = { unionId: root, bank: BANK, bankCode: '105312500018', ...holder };
  await service.call('setBankAccount', account, cashier);
  await setBudget(root, 1_000_000n);
  const payment = await sent(root);
  batchNo = payment.batchNo;
  const { paymentId } = payment;
  const result = resultFile(batchNo, thirdFailed);
  await service.call('recordBankResult', { paymentId, ...result }, cashier);
  ({ lines } = await service.call('getPayment', { paymentId }, cashier));
});
afterAll(() => scene.service.stop());

const evidence = (at: number, caller: object = auditor) =>
  scene.service.call('getMoneyEvidence', { lineId: lines[at]?.lineId ?? '' }, caller);
const gapsOf = ({ steps }: MoneyEvidence) =>
  Object.fromEntries(steps.filter(({ gap }) => gap !== '').map(({ step, gap }) => [step, gap]));
const itemsOf = ({ steps }: MoneyEvidence, name: string) =>
  steps.find(({ step }) => step === name)?.items ?? [];

/** What comes with welfare, and is said to be missing until then. */
const ofWelfare = {
  ACKNOWLEDGEMENT: 'NOT_KEPT_YET',
  PUBLICITY: 'NOT_KEPT_YET',
  HARDSHIP_FILE: 'NOT_KEPT_YET',
};

test('before the bank’s statement both bank steps are gaps, and say why', async () => {
  const unmatched = { BANK_DEPOSIT: 'NOT_MATCHED', RECONCILIATION: 'NOT_MATCHED' };
  expect(gapsOf(await evidence(0))).toEqual({ ...unmatched, ...ofWelfare });
});

test('the walk: every step of the chain, in its order, with what can be checked', async () => {
  const moved = [
    { fen: 800_000, purpose: '上解经费' },
    { fen: -100_000, serial: `${batchNo}-1` },
    { fen: -200_000, serial: `${batchNo}-2` },
  ];
  await scene.service.call('importBankStatement', statement(root, 0, moved), cashier);
  const walk = await evidence(0);
  expect(walk.steps.map(({ step }) => step)).toEqual([
    'RECEIPT',
    'BANK_DEPOSIT',
    'VOUCHER',
    'BUDGET_LINE',
    'REQUEST',
    'SIGNATURES',
    'LIST',
    'LINE',
    'BANK_RESULT',
    'ACKNOWLEDGEMENT',
    'PUBLICITY',
    'HARDSHIP_FILE',
    'RECONCILIATION',
  ]);
  expect(gapsOf(walk)).toEqual(ofWelfare);
  expect(walk).toMatchObject({ unionId: root, amountFen: 100_000n, complete: false });
  const { voucherNo } = receipt;
  expect(itemsOf(walk, 'RECEIPT')).toMatchObject([
    { part: 'RECEIPT', ref: 'S-1', amountFen: 100_000n, voucherNo },
  ]);
  expect(itemsOf(walk, 'BANK_DEPOSIT')).toMatchObject([{ amountFen: 800_000n, voucherNo }]);
  expect(itemsOf(walk, 'SIGNATURES').map(({ part, accountId }) => [part, accountId])).toEqual([
    ['MAKER', maker.id],
    ['CHECKER', checker.id],
    ['APPROVER', approver.id],
  ]);
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
  for (const step of ['VOUCHER', 'LIST', 'BANK_RESULT'])
    expect(itemsOf(walk, step)).toMatchObject([{ hash }]);
  expect(itemsOf(walk, 'BANK_RESULT')).toMatchObject([{ ref: `${batchNo}-1`, onDate: today }]);
  expect(itemsOf(walk, 'RECONCILIATION')).toMatchObject([{ amountFen: -100_000n }]);
  expect(itemsOf(walk, 'BUDGET_LINE')).toMatchObject([{ code: '合工〔2026〕1号' }]);
});

test('what the bank did not pay has no receipt behind it, and says so', async () => {
  const failed = await evidence(2);
  const unpaid = { RECEIPT: 'NOT_PAID', BANK_DEPOSIT: 'NOT_PAID', VOUCHER: 'NOT_PAID' };
  const bank = { BANK_RESULT: 'NOT_PAID', RECONCILIATION: 'NOT_PAID' };
  expect(gapsOf(failed)).toEqual({ ...unpaid, ...bank, ...ofWelfare });
  expect(itemsOf(failed, 'BANK_RESULT')).toMatchObject([{ code: 'ACCOUNT_CLOSED' }]);
  const line = { lineId: lines[2]?.lineId ?? '' };
  await expect(scene.service.call('traceMoney', asking(root, line), auditor)).rejects.toThrow(
    refusedWith('PAYMENT_LINE_UNPAID'),
  );
});

test('a line leads back to the receipt by its slip, the receipt forward to the lines by their batch', async () => {
  const { call } = scene.service;
  const lineId = lines[1]?.lineId ?? '';
  const back = await call('traceMoney', asking(root, { lineId }), auditor);
  expect(back).toMatchObject({ complete: true, wholeFen: 200_000n, convention: 'FIFO' });
  const { receiptId } = receipt;
  expect(back.ends).toMatchObject([
    { kind: 'payer', receiptId, slipNo: 'S-1', periodFrom: monthOf(today), amountFen: 200_000n },
  ]);
  // The line's own move, then the one that brought the money: each with its voucher, block and seal.
  expect(back.hops).toMatchObject([
    { depth: 0, voucherNo: lines[1]?.voucherNo, docKind: 'PAYMENT_LINE' },
    { depth: 1, voucherNo: receipt.voucherNo, docKind: 'bank-receipt', docId: 'S-1' },
  ]);
  for (const hop of back.hops) {
    const voucher = await call('getVoucher', { unionId: root, no: hop.voucherNo }, auditor);
    expect({ leaf: hop.leaf, blockNo: hop.blockNo }).toEqual({
      leaf: voucher.leaf,
      blockNo: voucher.blockNo,
    });
  }
  const ask = asking(root, { receiptId, direction: 'FORWARD' });
  const forward = await call('traceMoney', ask, auditor);
  expect(byEnd(forward)).toEqual({
    [`recipient ${lines[0]?.voucherNo}`]: 100_000,
    [`recipient ${lines[1]?.voucherNo}`]: 200_000,
    'pot own': 100_000,
    'pot upper': 400_000,
  });
  expect(forward.ends).toContainEqual(expect.objectContaining({ lineId, batchNo, seq: 2 }));
  // Whom it went to is a commitment.
  expect(forward.ends.map(({ pot }) => pot?.key)).toContain('beneficiary-1');
});

test('who may not, and what is out of reach', async () => {
  const { call } = scene.service;
  const lineId = lines[0]?.lineId ?? '';
  const { receiptId } = receipt;
  await expect(evidence(0, { duty: 'supervisor' })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  await expect(call('traceMoney', asking(root, { lineId }), { duty: 'admin' })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  const stranger = { duty: 'clerk', scope: elsewhere } as const;
  await expect(evidence(0, stranger)).rejects.toThrow(
    refusedWith('PAYMENT_LINE_UNKNOWN', 'not_found'),
  );
  await expect(call('traceMoney', asking(root, { lineId }), stranger)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  // A thing of another book, asked for by way of the own one.
  for (const [over, code] of [
    [{ lineId }, 'PAYMENT_LINE_UNKNOWN'],
    [{ receiptId }, 'RECEIPT_UNKNOWN'],
    [{ voucherNo: 2n }, 'VOUCHER_UNKNOWN'],
    [{ lineId: newId() }, 'PAYMENT_LINE_UNKNOWN'],
  ] as const)
    await expect(call('traceMoney', asking(elsewhere, over), stranger)).rejects.toThrow(
      refusedWith(code, 'not_found'),
    );
});
