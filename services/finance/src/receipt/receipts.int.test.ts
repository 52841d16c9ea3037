import { ListReceiptsRequest } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { EmployerCovered } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { employerCovered } from '@gonglian/contracts/organisation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, voucher } from '../ledger/scene.ts';
import { parts } from '../service.ts';
import { balances, collect, finance, openNode, openUnions, usccOf, type Service } from './scene.ts';

let service: Service;
let unions: string[];
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  unions = await openUnions(service, [1, 2]);
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, finance);
});
afterAll(() => service.stop());

const problem = (code: string) => expect.objectContaining({ code });
const forbidden = expect.objectContaining({ kind: 'forbidden' });
const recorded = (slipNo: string) => ({
  unionId: unions[0] ?? '',
  slipNo,
  payerUscc: usccOf(1),
  periodFrom: '2026-01',
  periodTo: '2026-03',
  wageBaseFen: 100_000_000n,
  receivedOn: '2026-04-10',
  bank: 'basic',
});
const selfPaid = (slipNo: string) => ({
  ...recorded(slipNo),
  fundFen: 2_000_000n,
  paidUpFen: 800_000n,
});

test('a union keeps its 60 % and pays up 40 %', async () => {
  const before = await balances(service);
  const receipt = await service.call('recordSelfPayment', selfPaid('S-1'), finance);
  expect(receipt).toMatchObject({
    mode: 'SELF_PAY',
    fundFen: 2_000_000n,
    receivedFen: 800_000n,
    grassrootsFen: 1_200_000n,
    countyFen: 400_000n,
    voucherNo: 1n,
  });
  expect(before).toEqual({});
  expect(await balances(service)).toEqual({ 102: 800_000, 211: -400_000, 402: -400_000 });
});

test('the treasury pays the whole', async () => {
  const paid = { ...recorded('F-1'), amountFen: 2_000_000n };
  const receipt = await service.call('recordFiscalPayment', paid, finance);
  expect(receipt).toMatchObject({ mode: 'FISCAL', receivedFen: 2_000_000n, provinceFen: 100_000n });
  expect(await balances(service)).toMatchObject({ 102: 2_800_000, 21202: -1_200_000 });
  await expect(service.call('recordFiscalPayment', paid, finance)).rejects.toThrow(
    problem('SLIP_KNOWN'),
  );
});

// In this order.
test.each([
  ['RECEIPT_PERIOD_WRONG', { paidUpFen: 800_000n, periodFrom: '2026-04' }],
  ['RECEIPT_IN_FUTURE', { receivedOn: '2099-01-01' }],
  ['UNION_UNKNOWN', { unionId: newId() }],
  ['PAID_UP_WRONG', { paidUpFen: 799_999n }],
  ['SLIP_KNOWN', { slipNo: 'S-1' }],
  ['FIELD_INVALID', { fundFen: 0n }],
  ['FIELD_INVALID', { payerUscc: '913299990000000199' }],
])('a payment is refused: %s (%#)', async (code, over) => {
  const asked = service.call('recordSelfPayment', { ...selfPaid('S-9'), ...over }, finance);
  await expect(asked).rejects.toThrow(problem(code));
});

test('a payment is recorded by who may, once under its key', async () => {
  const ask = selfPaid('S-2');
  await expect(service.call('recordSelfPayment', ask, { duty: 'clerk' })).rejects.toThrow(
    forbidden,
  );
  const below = { ...finance, scope: unions[0] ?? '' };
  await expect(service.call('recordSelfPayment', ask, below)).rejects.toThrow(forbidden);
  const keyed = { ...finance, key: 'self-1' };
  const first = await service.call('recordSelfPayment', ask, keyed);
  expect(await service.call('recordSelfPayment', ask, keyed)).toEqual(first);
  const changed = { ...ask, wageBaseFen: 0n };
  await expect(service.call('recordSelfPayment', changed, keyed)).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  await service.sql`update known_union set dissolved_on = '2026-01-01' where union_id = ${unions[1]}`;
  const closed = { ...selfPaid('S-3'), unionId: unions[1] ?? '' };
  await expect(service.call('recordSelfPayment', closed, finance)).rejects.toThrow(
    problem('UNION_CLOSED'),
  );
});

test('who has a duty over one union sees its receipts and no other', async () => {
  const [own, foreign] = await openUnions(service, [3, 4]);
  const done = await collect(service, [
    { slipNo: 'R-3', uscc: usccOf(3), amount: '10.00' },
    { slipNo: 'R-4', uscc: usccOf(4), amount: '20.00' },
  ]);
  expect(done.linesPosted).toBe(2);
  const below = { ...finance, scope: own ?? '' };
  const mine = await service.call('listReceipts', ListReceiptsRequest.fromPartial({}), below);
  expect(mine.items.map(({ slipNo }) => slipNo)).toEqual(['R-3']);
  const asked = ListReceiptsRequest.fromPartial({ unionId: foreign ?? '' });
  await expect(service.call('listReceipts', asked, below)).rejects.toThrow(
    problem('UNION_UNKNOWN'),
  );
  const all = ListReceiptsRequest.fromPartial({ slipNo: 'R-4' });
  const { items } = await service.call('listReceipts', all, finance);
  const receiptId = items[0]?.receiptId ?? '';
  expect(await service.call('getReceipt', { receiptId }, finance)).toEqual(items[0]);
  await expect(service.call('getReceipt', { receiptId }, below)).rejects.toThrow(
    problem('RECEIPT_UNKNOWN'),
  );
  await expect(service.call('getReceipt', { receiptId }, { duty: 'member' })).rejects.toThrow(
    forbidden,
  );
});

test('a page follows a page', async () => {
  const first = await service.call(
    'listReceipts',
    ListReceiptsRequest.fromPartial({ limit: 2 }),
    finance,
  );
  const next = ListReceiptsRequest.fromPartial({ limit: 2, cursor: first.nextCursor });
  const second = await service.call('listReceipts', next, finance);
  const ids = [...first.items, ...second.items].map(({ receiptId }) => receiptId);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(new Set(ids).size).toBe(4);
});

test('money of a unit without a union is held, and moved when one is founded (domain §9.4)', async () => {
  const before = await balances(service);
  const lines = [{ slipNo: 'P-1', uscc: usccOf(50), amount: '20000.00' }];
  expect(await collect(service, lines)).toMatchObject({ linesHeld: 1, heldFen: 2_000_000n });
  const held = await balances(service);
  expect(held[215]).toBe(-2_000_000);
  expect(held[402]).toBe(before[402]);
  const [unionId = ''] = await openUnions(service, [51]);
  const covered = { unionId, employerUscc: usccOf(50), startedOn: '2026-06-01' };
  const fact = { type: employerCovered, data: EmployerCovered.fromPartial(covered) };
  await service.publishFacts('organisation', [fact]);
  await service.settled();
  const after = await balances(service);
  expect(after[215]).toBe(0);
  expect((after[402] ?? 0) - (before[402] ?? 0)).toBe(-400_000);
  expect((after[211] ?? 0) - (before[211] ?? 0)).toBe(-400_000);
  expect((after[21202] ?? 0) - (before[21202] ?? 0)).toBe(-1_200_000);
  const asked = ListReceiptsRequest.fromPartial({ unionId, mode: 'PREP' });
  const { items } = await service.call('listReceipts', asked, finance);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ slipNo: 'P-1', grassrootsFen: 1_200_000n });
  expect(items[0]?.foundingVoucherNo).toBeGreaterThan(items[0]?.voucherNo ?? 0n);
  const split = (await service.outbox()).filter(({ key }) => key === items[0]?.receiptId);
  expect(split).toEqual([expect.objectContaining({ fact: 'receipt.split' })]);
});

test('held money that has gone out meanwhile stays held, and the refusal is kept', async () => {
  await collect(service, [{ slipNo: 'P-3', uscc: usccOf(52), amount: '50.00' }]);
  const prep = { kind: 'prep', key: usccOf(52), bank: 'basic' } as const;
  const out = voucher({
    legs: [
      { account: { code: '215' }, amountFen: 5_000 },
      { account: { code: '102', mark: 'basic' }, amountFen: -5_000 },
    ],
    moves: [{ from: prep, to: { kind: 'payer', key: usccOf(52) }, amountFen: 5_000 }],
  });
  const root = nodeRootUnionId(service.node);
  await inTx(service, (tx) => postVouchers(tx, root, [out]));
  const [unionId = ''] = await openUnions(service, [53]);
  const covered = { unionId, employerUscc: usccOf(52), startedOn: '2026-06-01' };
  const fact = { type: employerCovered, data: EmployerCovered.fromPartial(covered) };
  await service.publishFacts('organisation', [fact]);
  await service.settled();
  const rows = await service.sql`
    select union_id, founding_refusal as refusal from fund_receipt where slip_no = 'P-3'`;
  expect(rows).toEqual([{ union_id: null, refusal: 'POT_OVERDRAWN' }]);
});

test('money of a period before the union, that comes after it, is the union’s', async () => {
  const [unionId = ''] = await openUnions(service, [60], '2026-04-01');
  await collect(service, [{ slipNo: 'P-2', uscc: usccOf(60), amount: '10.00' }]);
  const asked = ListReceiptsRequest.fromPartial({ unionId });
  const { items } = await service.call('listReceipts', asked, finance);
  expect(items[0]).toMatchObject({ mode: 'TAX_COLLECT', slipNo: 'P-2' });
});

test('verify recounts the shares, and names the voucher of one that was changed', async () => {
  const unionId = nodeRootUnionId(service.node);
  const ask = { unionId };
  expect(await service.call('verifyLedger', ask, finance)).toMatchObject({ clean: true });
  const moved = async (fen: number) => {
    const [row] = await service.sql<{ no: string }>`
      update fund_receipt set grassroots_fen = grassroots_fen - ${fen}, county_fen = county_fen + ${fen}
      where slip_no = 'F-1' returning voucher_no as no`;
    return BigInt(row?.no ?? 0);
  };
  const firstNo = await moved(1);
  const found = await service.call('verifyLedger', ask, finance);
  expect(found.clean).toBe(false);
  expect(found.checks.filter(({ ok }) => !ok)).toEqual([
    { check: 'I6_SHARES', ok: false, firstNo },
  ]);
  await moved(-1);
  expect((await service.call('verifyLedger', ask, finance)).clean).toBe(true);
});
