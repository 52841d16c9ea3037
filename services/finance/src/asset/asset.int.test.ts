import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { addDays, monthOf } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import type { Caller } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { balances, inTx } from '../ledger/scene.ts';
import { approver, cashier, refusedWith, resultFile, today } from '../payment/scene.ts';
import { ASSET_CHECKS } from './asset-checks.ts';
import { cardAsk, keeper, purchase, startAssets, step, type AssetScene } from './scene.ts';

let scene: AssetScene;
beforeAll(async () => {
  scene = await startAssets();
});
afterAll(() => scene.service.stop());

const thisMonth = monthOf(today);

async function paymentOf(paymentId: string): Promise<Payment> {
  const { payment } = await scene.service.call('getPayment', { paymentId }, cashier);
  if (!payment) throw new Error('no payment');
  return payment;
}

/** What the verification asks of the book: nothing, or the account that differs from the cards. */
async function differing(unionId: string): Promise<string | null | undefined> {
  const { service } = scene;
  const [book] = await service.sql<{ id: string }>`
    select book_id as id from book where union_id = ${unionId}`;
  const span = { bookId: Number(book?.id), fromNo: 1, toNo: 1 };
  const [found] = await inTx(service, (tx) => ASSET_CHECKS[0]!.find(tx.sql, span));
  return found?.no;
}

/** 301 = 162 − 163 + 171 − 172 whenever 182 holds nothing (domain §9.13). */
async function fundHolds(unionId: string): Promise<void> {
  const fen = await balances(scene.service, unionId);
  const of = (code: string) => fen[code] ?? 0;
  expect(of('182')).toBe(0);
  const worth = of('162') + of('163') + of('171') + of('172');
  expect(of('30104') + of('30105') + worth).toBe(0);
}

test('what is bought is a payment of three signatures; paid, one voucher has all four legs', async () => {
  const { service, buyer, send } = scene;
  const unionId = await buyer();
  const ask = cardAsk(unionId, { addedOn: '', purchase });
  const ordered = await service.call('registerAsset', ask, keeper);
  expect(ordered).toMatchObject({
    state: 'ORDERED',
    addedOn: '',
    custodianMasked: '周*岚',
    monthlyFen: 16_667n,
    accountCode: '162',
  });
  const { paymentId } = ordered;
  await expect(service.call('withdrawAsset', step(ordered), keeper)).rejects.toThrow(
    refusedWith('ASSET_PAYMENT_OPEN'),
  );
  const payment = await paymentOf(paymentId);
  expect(payment).toMatchObject({ accountCode: '507', totalFen: 1_200_000n, state: 'DRAFT' });
  const sent = await send(payment);
  const answer = resultFile(sent.batchNo, [{ seq: 1, amountFen: 1_200_000n }]);
  await service.call('recordBankResult', { paymentId, ...answer }, cashier);
  const card = await service.call('getAsset', { assetId: ordered.assetId }, keeper);
  expect(card).toMatchObject({ state: 'IN_USE', addedOn: today, depreciatedFen: 0n });
  const voucher = await service.call('getVoucher', { unionId, no: card.voucherNo }, cashier);
  expect(voucher.legs.map(({ account, amountFen }) => [account?.code, amountFen])).toEqual([
    ['507', 1_200_000n],
    ['102', -1_200_000n],
    ['162', 1_200_000n],
    ['30104', -1_200_000n],
  ]);
  const month = { unionId, month: thisMonth };
  const written = await service.call('depreciateAssets', month, cashier);
  expect(written).toMatchObject({ cardCount: 1, amountFen: 16_667n });
  await fundHolds(unionId);
  expect(await differing(unionId)).toBe(null);
});

test('a payment that was rejected leaves a card that can be withdrawn, and its number free', async () => {
  const { service, buyer } = scene;
  const unionId = await buyer();
  const ask = cardAsk(unionId, { addedOn: '', purchase });
  const ordered = await service.call('registerAsset', ask, keeper);
  const { paymentId } = ordered;
  const { version } = await paymentOf(paymentId);
  const reject = { paymentId, expectedVersion: version, reason: '重复申请' };
  await service.call('rejectPayment', reject, cashier);
  const withdrawn = await service.call('withdrawAsset', step(ordered), keeper);
  expect(withdrawn.state).toBe('WITHDRAWN');
  const again = await service.call('registerAsset', ask, keeper);
  expect(again).toMatchObject({ state: 'ORDERED', assetNo: ask.assetNo });
});

test('what the bank refused is not the union’s; paid again, it is', async () => {
  const { service, buyer, send } = scene;
  const unionId = await buyer();
  const ask = cardAsk(unionId, { addedOn: '', purchase });
  const { assetId, paymentId } = await service.call('registerAsset', ask, keeper);
  const first = await send(await paymentOf(paymentId));
  const amountFen = 1_200_000n;
  const refusal = resultFile(first.batchNo, [{ seq: 1, amountFen, failure: 'ACCOUNT_CLOSED' }]);
  await service.call('recordBankResult', { paymentId, ...refusal }, cashier);
  const still = await service.call('getAsset', { assetId }, keeper);
  expect(still).toMatchObject({ state: 'ORDERED', voucherNo: 0n });
  const again = { seq: 1, payeeName: '', accountNumber: '32050174883600000888', bankCode: '' };
  const reissued = await service.call('reissuePayment', { paymentId, lines: [again] }, keeper);
  const second = await send(reissued);
  const paid = resultFile(second.batchNo, [{ seq: 1, amountFen }]);
  await service.call('recordBankResult', { paymentId: second.paymentId, ...paid }, cashier);
  const card = await service.call('getAsset', { assetId }, keeper);
  expect(card).toMatchObject({ state: 'IN_USE', addedOn: today });
  expect((await balances(service, unionId))['162']).toBe(1_200_000);
  await fundHolds(unionId);
});

test('999.99 is an expense, 1,000.00 an asset; special equipment from 1,500.00 (domain §9.13)', async () => {
  const { service, buyer } = scene;
  const unionId = await buyer();
  const register = (over: object) => service.call('registerAsset', cardAsk(unionId, over), keeper);
  const special = { assetClass: 'SPECIAL_EQUIPMENT', lifeMonths: 120 };
  for (const [over, code] of [
    [{ valueFen: 99_999n }, 'ASSET_BELOW_THRESHOLD'],
    [{ valueFen: 149_999n, ...special }, 'ASSET_BELOW_THRESHOLD'],
    [{ lifeMonths: 71 }, 'ASSET_LIFE_SHORT'],
    [{ assetClass: 'AIRCRAFT' }, 'ASSET_CLASS_UNKNOWN'],
    [{ addedOn: addDays(today, 1) }, 'IN_FUTURE'],
  ] as const)
    await expect(register(over)).rejects.toThrow(refusedWith(code));
  expect(await register({ valueFen: 100_000n })).toMatchObject({ state: 'PROPOSED' });
  const one = await register({ valueFen: 150_000n, ...special });
  await expect(register({ assetNo: one.assetNo })).rejects.toThrow(refusedWith('ASSET_NO_TAKEN'));
});

test('a card taken over is agreed to by another person; its months are caught up with, once a month', async () => {
  const { service, buyer, card } = scene;
  const unionId = await buyer();
  const proposed = await service.call('registerAsset', cardAsk(unionId), keeper);
  const own = { duty: 'finance', id: keeper.id } as const;
  await expect(service.call('approveAsset', step(proposed), own)).rejects.toThrow(
    refusedWith('MAKER_IS_APPROVER'),
  );
  await service.call('approveAsset', step(proposed), approver);
  const software = { assetClass: 'INTANGIBLE', valueFen: 1_200_000n, lifeMonths: 120 };
  await card(unionId, { ...software, assetNo: 'WX-1', addedOn: '2026-02-01' });
  const written = await service.call('depreciateAssets', { unionId, month: '2026-02' }, cashier);
  // Two months of the computer, the first of the software.
  expect(written).toMatchObject({ cardCount: 2, amountFen: 33_334n + 10_000n });
  const again = service.call('depreciateAssets', { unionId, month: '2026-02' }, cashier);
  await expect(again).rejects.toThrow(refusedWith('ASSET_MONTH_DONE'));
  const ahead = service.call('depreciateAssets', { unionId, month: '2099-01' }, cashier);
  await expect(ahead).rejects.toThrow(refusedWith('IN_FUTURE'));
  expect(await balances(service, unionId)).toMatchObject({
    '162': 1_200_000,
    '163': -33_334,
    '171': 1_200_000,
    '172': -10_000,
    '30104': -1_166_666,
    '30105': -1_190_000,
  });
  await fundHolds(unionId);
  const ask = { unionId, state: '', cursor: '', limit: 10 };
  const list = await service.call('listAssets', ask, keeper);
  expect(list.depreciatedMonth).toBe('2026-02');
  expect(list.balances.every(({ cardsFen, bookFen }) => cardsFen === bookFen)).toBe(true);
  expect(await differing(unionId)).toBe(null);
  await service.sql`update asset set depreciated_fen = depreciated_fen + 1 where id = ${proposed.assetId}`;
  expect(await differing(unionId)).toBe('163');
});

test('disposal: another person, the months before are written down and the month itself is not', async () => {
  const { service, buyer, card } = scene;
  const unionId = await buyer();
  const held = await card(unionId);
  const moved = await service.call(
    'moveAsset',
    { ...step(held), place: '仓库', custodian: '', usage: '备用', idle: true },
    keeper,
  );
  expect(moved).toMatchObject({ state: 'IDLE', place: '仓库', custodianMasked: '周*岚' });
  const proposal = {
    disposalKind: 'SCRAPPED',
    reason: '无法修复',
    documentNo: '合工资〔2026〕3号',
  };
  const proposed = await service.call(
    'proposeAssetDisposal',
    { ...step(moved), ...proposal },
    keeper,
  );
  const decide = (disposedOn: string, caller: Caller = approver) =>
    service.call('decideAssetDisposal', { ...step(proposed), agreed: true, disposedOn }, caller);
  await expect(decide('2026-03-10', { duty: 'finance', id: keeper.id })).rejects.toThrow(
    refusedWith('MAKER_IS_APPROVER'),
  );
  await expect(decide('2026-03-10')).rejects.toThrow(refusedWith('ASSET_NOT_WRITTEN_DOWN'));
  await service.call('depreciateAssets', { unionId, month: '2026-02' }, cashier);
  const stale = decide('2026-03-10');
  await expect(stale).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  const now = await service.call('getAsset', { assetId: held.assetId }, keeper);
  const at = (disposedOn: string) =>
    service.call('decideAssetDisposal', { ...step(now), agreed: true, disposedOn }, approver);
  await expect(at('2026-02-28')).rejects.toThrow(refusedWith('ASSET_WRITTEN_DOWN_BEYOND'));
  const gone = await at('2026-03-10');
  expect(gone).toMatchObject({ state: 'DISPOSED', disposedOn: '2026-03-10' });
  const fen = await balances(service, unionId);
  expect([fen['162'], fen['163'], fen['30104']]).toEqual([0, 0, 0]);
  await service.call('depreciateAssets', { unionId, month: '2026-04' }, cashier);
  expect((await balances(service, unionId))['163']).toBe(0);
  await fundHolds(unionId);
});

test('a disposal that is not agreed to leaves the card as it was', async () => {
  const { service, buyer, card } = scene;
  const held = await card(await buyer());
  const ask = { disposalKind: 'SOLD', reason: '更新换代', documentNo: '合工资〔2026〕4号' };
  const proposed = await service.call('proposeAssetDisposal', { ...step(held), ...ask }, keeper);
  const refusal = { ...step(proposed), agreed: false, disposedOn: '' };
  const back = await service.call('decideAssetDisposal', refusal, approver);
  expect(back).toMatchObject({ state: 'IN_USE', disposalKind: '', disposalBy: '' });
});

test('forbidden, replayed, with another body, of somebody else', async () => {
  const { service, buyer } = scene;
  const unionId = await buyer();
  const ask = cardAsk(unionId);
  await expect(service.call('registerAsset', ask, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = newId();
  const first = await service.call('registerAsset', ask, { ...keeper, key });
  expect(await service.call('registerAsset', ask, { ...keeper, key })).toEqual(first);
  await expect(
    service.call('registerAsset', { ...ask, place: '他处' }, { ...keeper, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  const elsewhere = { ...keeper, scope: await buyer() };
  const { assetId } = first;
  await expect(service.call('getAsset', { assetId }, elsewhere)).rejects.toThrow(
    refusedWith('ASSET_UNKNOWN', 'not_found'),
  );
  await expect(service.call('registerAsset', ask, elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});
