import {
  ListCollectionExceptionsRequest,
  ListReceiptsRequest,
  TraceMoneyRequest,
  type Receipt,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, voucher } from '../ledger/scene.ts';
import { parts } from '../service.ts';
import {
  balances,
  collect,
  finance,
  openNode,
  openUnions,
  other,
  usccOf,
  type Service,
  type SlipLine,
} from './scene.ts';

let service: Service;
let unions: string[];
let root: string;
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  root = await openNode(service);
  unions = await openUnions(service, [1, 2]);
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, finance);
});
afterAll(() => service.stop());

const problem = (code: string) => expect.objectContaining({ code });
const reverse = ({ receiptId }: { receiptId: string }, caller: object = other, reason = '错归') =>
  service.call('reverseReceipt', { receiptId, reason }, caller);

async function receiptsOf(slipNo: string): Promise<Receipt[]> {
  const ask = ListReceiptsRequest.fromPartial({ slipNo });
  return (await service.call('listReceipts', ask, finance)).items;
}

/** The receipt that a file of one line leads to. */
async function received(line: SlipLine): Promise<Receipt> {
  await collect(service, [line]);
  const [receipt] = await receiptsOf(line.slipNo);
  if (!receipt) throw new Error('no receipt');
  return receipt;
}

const standing = async () => {
  const all = Object.entries(await balances(service));
  return Object.fromEntries(all.filter(([, fen]) => fen !== 0));
};

// Domain §9.4: 20,000.00 by SD is 4,000 own, 4,000 upward, 12,000 down; what takes it back is its negation to the fen.
test('a receipt is taken back to the fen, by another, once', async () => {
  const receipt = await received({ slipNo: 'R-1', uscc: usccOf(1), amount: '20000.00' });
  const whole = { 102: 2_000_000, 211: -400_000, 402: -400_000, 21202: -1_200_000 };
  expect(await standing()).toEqual(whole);
  await expect(reverse(receipt, { duty: 'chair' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const below = { ...other, scope: unions[0] ?? '' };
  await expect(reverse(receipt, below)).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(reverse({ receiptId: newId() })).rejects.toThrow(problem('RECEIPT_UNKNOWN'));
  await expect(reverse(receipt, finance)).rejects.toThrow(problem('REVERSAL_BY_RECORDER'));
  const keyed = { ...other, key: 'reverse-1' };
  const reversed = await reverse(receipt, keyed);
  expect(reversed).toMatchObject({ reversedBy: 'finance-2', reversalReason: '错归' });
  expect(reversed.reversalVoucherNo).toBeGreaterThan(receipt.voucherNo);
  expect(await reverse(receipt, keyed)).toEqual(reversed);
  await expect(reverse(receipt, keyed, '另一原因')).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(reverse(receipt)).rejects.toThrow(problem('RECEIPT_REVERSED'));
  expect(await standing()).toEqual({});
  const told = (await service.outbox()).filter(({ fact }) => fact === 'receipt.reversed');
  expect(told).toEqual([expect.objectContaining({ key: receipt.receiptId })]);
  expect(told[0]?.data).toMatchObject({ unionId: unions[0], fundFen: '2000000' });
});

test('its line waits again, and is given to the right union under the same slip', async () => {
  const ask = ListCollectionExceptionsRequest.fromPartial({});
  const { items } = await service.call('listCollectionExceptions', ask, finance);
  const [line] = items;
  expect(line).toMatchObject({ slipNo: 'R-1', code: 'RECEIPT_REVERSED', state: 'WAITING' });
  const collectionId = line?.collectionId ?? '';
  const counted = () => service.call('getCollection', { collectionId }, finance);
  expect(await counted()).toMatchObject({
    linesPosted: 0,
    linesWaiting: 1,
    waitingFen: 2_000_000n,
  });
  // The same slip in another file is the line that waits.
  const again = [
    { slipNo: 'R-1', uscc: usccOf(1), amount: '20000.00' },
    { slipNo: 'R-9', uscc: usccOf(1), amount: '1.00' },
  ];
  expect(await collect(service, again)).toMatchObject({ linesKnown: 1, linesPosted: 1 });
  const resolution = {
    exceptionId: line?.exceptionId ?? '',
    decision: 'assign',
    unionId: unions[1] ?? '',
    reason: '应归第二家',
    expectedVersion: line?.version ?? 0,
  };
  await service.call('resolveException', resolution, other);
  const [second, first] = await receiptsOf('R-1');
  expect(first?.reversalVoucherNo).not.toBe(0n);
  expect(second).toMatchObject({ unionId: unions[1], reversalVoucherNo: 0n, fundFen: 2_000_000n });
  expect(await counted()).toMatchObject({ linesPosted: 1, linesWaiting: 0, waitingFen: 0n });
  // Taken back and entered a third time: each is a document of its own.
  if (!second) throw new Error('no second');
  await reverse(second);
  const [waits] = (await service.call('listCollectionExceptions', ask, finance)).items;
  const { exceptionId = '', version = 0 } = waits ?? {};
  const back = { ...resolution, unionId: unions[0] ?? '', exceptionId, expectedVersion: version };
  await service.call('resolveException', back, other);
  expect((await receiptsOf('R-1')).map(({ unionId }) => unionId)).toEqual([
    unions[0],
    unions[1],
    unions[0],
  ]);
  expect(await service.call('verifyLedger', { unionId: root }, finance)).toMatchObject({
    clean: true,
  });
});

test('what a person recorded is recorded again under its number', async () => {
  const paid = {
    unionId: unions[0] ?? '',
    slipNo: 'F-1',
    payerUscc: usccOf(1),
    periodFrom: '2026-01',
    periodTo: '2026-03',
    wageBaseFen: 0n,
    amountFen: 2_000_000n,
    receivedOn: '2026-04-10',
    bank: 'basic',
  };
  const wrong = await service.call('recordFiscalPayment', paid, finance);
  await reverse(wrong);
  const right = { ...paid, unionId: unions[1] ?? '' };
  const recorded = await service.call('recordFiscalPayment', right, finance);
  expect(recorded).toMatchObject({ unionId: unions[1], slipNo: 'F-1', reversalVoucherNo: 0n });
  await expect(service.call('recordFiscalPayment', right, finance)).rejects.toThrow(
    problem('SLIP_KNOWN'),
  );
  await reverse(recorded);
});

test('an adjustment is taken back as what it adjusted, by the exact negation', async () => {
  const before = await standing();
  await collect(service, [{ slipNo: 'N-2', uscc: usccOf(1), amount: '-24.69' }]);
  const ask = ListCollectionExceptionsRequest.fromPartial({});
  const [line] = (await service.call('listCollectionExceptions', ask, finance)).items;
  const { exceptionId = '', version = 0 } = line ?? {};
  const decision = {
    exceptionId,
    decision: 'assign',
    unionId: unions[0] ?? '',
    reason: '多缴退回',
  };
  await service.call('resolveException', { ...decision, expectedVersion: version }, other);
  expect(await standing()).not.toEqual(before);
  const [receipt] = await receiptsOf('N-2');
  if (!receipt) throw new Error('no receipt');
  await reverse(receipt, other);
  expect(await standing()).toEqual(before);
});

test('what was held and divided at a founding goes back through both its vouchers', async () => {
  const before = await standing();
  const held = await received({ slipNo: 'P-1', uscc: usccOf(70), amount: '20000.00' });
  expect(held).toMatchObject({ mode: 'PREP', unionId: '' });
  const unionId = newId();
  const data = UnionEstablished.fromPartial({
    unionId,
    name: '合成单独工会',
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    parentId: root,
    regionCode: '329999',
    establishedOn: '2026-06-01',
    hostUscc: usccOf(70),
  });
  // A union of a single employer covers it without being told so.
  await service.publishFacts('organisation', [{ type: unionEstablished, data }]);
  await service.settled();
  const [founded] = await receiptsOf('P-1');
  expect(founded).toMatchObject({ unionId, grassrootsFen: 1_200_000n });
  if (!founded) throw new Error('not founded');
  await reverse(founded);
  expect(await standing()).toEqual(before);
  const after = { period: '2026-07', receivedOn: '2026-08-10' };
  const next = await received({ slipNo: 'P-2', uscc: usccOf(70), amount: '10.00', ...after });
  expect(next).toMatchObject({ mode: 'TAX_COLLECT', unionId });
});

test('money that has gone on is said to be spent, and nothing is written', async () => {
  const receipt = await received({ slipNo: 'R-5', uscc: usccOf(2), amount: '30000.00' });
  const upper = { kind: 'upper', key: '', bank: 'basic' } as const;
  const [pot] = await service.sql<{ fen: number }>`
    select (t.in_fen - t.out_fen)::float8 as fen
    from finance.pot as p join finance.pot_total as t using (book_id, pot_no) where p.kind = 'upper'`;
  const amountFen = pot?.fen ?? 0;
  const out = voucher({
    legs: [
      { account: { code: '211' }, amountFen },
      { account: { code: '102', mark: 'basic' }, amountFen: -amountFen },
    ],
    moves: [{ from: upper, to: { kind: 'node', key: '321000' }, amountFen }],
  });
  await inTx(service, (tx) => postVouchers(tx, nodeRootUnionId(service.node), [out]));
  const before = await standing();
  await expect(reverse(receipt)).rejects.toThrow(
    expect.objectContaining({ code: 'RECEIPT_SPENT', details: { fund: 'upper', bank: 'basic' } }),
  );
  expect(await standing()).toEqual(before);
  expect((await receiptsOf('R-5'))[0]?.reversalVoucherNo).toBe(0n);
});

test('what is on a list of refunds stays until it is off it', async () => {
  const receipt = await received({
    slipNo: 'R-6',
    uscc: usccOf(2),
    period: '2025-06',
    amount: '2000.00',
  });
  const period = { periodFrom: '2025-01', periodTo: '2025-12', madeOn: '', takeOverNo: '' };
  const run = await service.call('runRefund', period, finance);
  await expect(reverse(receipt)).rejects.toThrow(
    expect.objectContaining({
      code: 'RECEIPT_IN_REFUND',
      details: { refundId: run.refundId, state: 'LISTED' },
    }),
  );
  const cancel = { refundId: run.refundId, expectedVersion: run.version, doneOn: '' };
  await service.call('cancelRefund', cancel, finance);
  await reverse(receipt);
  // What was taken back is paid by nobody.
  await expect(service.call('runRefund', period, finance)).rejects.toThrow(problem('REFUND_EMPTY'));
});

test('the trace of a receipt that was taken back ends where it came from', async () => {
  const receipt = await received({ slipNo: 'R-7', uscc: usccOf(2), amount: '100.00' });
  const reversed = await reverse(receipt);
  const ask = TraceMoneyRequest.fromPartial({
    unionId: root,
    receiptId: receipt.receiptId,
    direction: 'FORWARD',
  });
  const { hops } = await service.call('traceMoney', ask, { duty: 'auditor' });
  const back = hops.filter(({ voucherNo }) => voucherNo === reversed.reversalVoucherNo);
  expect(back.length).toBeGreaterThan(0);
  expect(new Set(back.map(({ reversesNo }) => reversesNo))).toEqual(new Set([receipt.voucherNo]));
  expect(await service.call('verifyLedger', { unionId: root }, finance)).toMatchObject({
    clean: true,
  });
});

test('verify names the voucher of a receipt that was marked as taken back, or as standing', async () => {
  const verify = async () => {
    const { checks } = await service.call('verifyLedger', { unionId: root }, finance);
    return checks.filter(({ ok }) => !ok).map(({ check }) => check);
  };
  const receipt = await received({ slipNo: 'R-8', uscc: usccOf(2), amount: '100.00' });
  await service.sql`
    update fund_receipt set reversed_no = voucher_no, reversed_on = '2026-01-01'
    where id = ${receipt.receiptId}`;
  expect(await verify()).toEqual(['I6_REVERSALS']);
  await service.sql`
    update fund_receipt set reversed_no = null, reversed_on = null where id = ${receipt.receiptId}`;
  expect(await verify()).toEqual([]);
  await reverse(receipt);
  await service.sql`
    update fund_receipt set reversed_no = null, reversed_on = null where id = ${receipt.receiptId}`;
  expect(await verify()).toEqual(['I6_REVERSALS']);
});
