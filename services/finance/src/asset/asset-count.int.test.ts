import type { Asset, AssetCount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { balances } from '../ledger/scene.ts';
import { approver, cashier, refusedWith } from '../payment/scene.ts';
import { keeper, startAssets, step, type AssetScene } from './scene.ts';

let scene: AssetScene;
beforeAll(async () => {
  scene = await startAssets();
});
afterAll(() => scene.service.stop());

const COUNTED_ON = '2026-03-31';
const countStep = ({ countId, version }: AssetCount) => ({ countId, expectedVersion: version });
const said = ({ assetId }: Asset, result: string) => ({ assetId, result });
const found = {
  assetNo: 'PY-1',
  assetClass: 'FURNITURE',
  assetName: '会议桌',
  place: '会议室',
  ownership: 'union',
  valueFen: 300_000n,
  lifeMonths: 180,
};

/** Two computers, written down for two months; one is found, one is not, and a table is too many. */
async function counted() {
  const { service, buyer, card } = scene;
  const unionId = await buyer();
  const [here, gone] = [await card(unionId), await card(unionId)];
  await service.call('depreciateAssets', { unionId, month: '2026-02' }, cashier);
  const open = await service.call('openAssetCount', { unionId, countedOn: COUNTED_ON }, keeper);
  const finish = {
    ...countStep(open),
    results: [said(here, 'FOUND'), said(gone, 'MISSING')],
    surplus: [found],
    finished: true,
  };
  return { unionId, here, gone, open, finish };
}

const record = (ask: object) => scene.service.call('recordAssetCount', ask as never, keeper);
const decide = (count: AssetCount, agreed: boolean, caller: object = approver) =>
  scene.service.call('decideAssetCount', { ...countStep(count), agreed }, caller as never);
const fenOf = async (unionId: string) => {
  const fen = await balances(scene.service, unionId);
  return ['162', '163', '182', '30104'].map((code) => fen[code] ?? 0);
};

test('differences wait in 182 until another person agrees; then they are in the fund', async () => {
  const { service } = scene;
  const { unionId, gone, open, finish } = await counted();
  expect(open).toMatchObject({ state: 'OPEN', listedCount: 2, foundCount: 0 });
  const again = service.call('openAssetCount', { unionId, countedOn: COUNTED_ON }, keeper);
  await expect(again).rejects.toThrow(refusedWith('ASSET_COUNT_WAITS'));
  const finished = await record(finish);
  expect(finished).toMatchObject({
    state: 'FINISHED',
    foundCount: 1,
    missingCount: 1,
    surplusCount: 1,
    missingFen: 1_166_666n,
    surplusFen: 300_000n,
  });
  expect(await fenOf(unionId)).toEqual([1_500_000, -33_334, 866_666, -2_333_332]);
  const month = { unionId, month: '2026-03' };
  await expect(service.call('depreciateAssets', month, cashier)).rejects.toThrow(
    refusedWith('ASSET_COUNT_WAITS'),
  );
  await expect(decide(finished, true, { duty: 'finance', id: keeper.id })).rejects.toThrow(
    refusedWith('MAKER_IS_APPROVER'),
  );
  const tasks = await service.call('listFinanceTasks', {}, approver);
  expect(tasks.groups).toContainEqual(expect.objectContaining({ kind: 'asset_to_approve' }));
  const agreed = await decide(finished, true);
  expect(agreed).toMatchObject({ state: 'AGREED', decidedBy: approver.id });
  expect(await fenOf(unionId)).toEqual([1_500_000, -33_334, 0, -1_466_666]);
  const lost = await service.call('getAsset', { assetId: gone.assetId }, keeper);
  expect(lost).toMatchObject({ state: 'DISPOSED', disposalKind: 'LOST' });
  // The table is a card like any other, from the day of the count on.
  const next = await service.call('depreciateAssets', month, cashier);
  expect(next).toMatchObject({ cardCount: 2, amountFen: 16_667n + 1_667n });
});

test('differences that nobody agrees to are taken back, and the cards are as they were', async () => {
  const { service } = scene;
  const { unionId, gone, finish } = await counted();
  const refusal = await decide(await record(finish), false);
  expect(refusal.state).toBe('REFUSED');
  expect(await fenOf(unionId)).toEqual([2_400_000, -66_668, 0, -2_333_332]);
  const back = await service.call('getAsset', { assetId: gone.assetId }, keeper);
  expect(back.state).toBe('IN_USE');
  await service.call('openAssetCount', { unionId, countedOn: COUNTED_ON }, keeper);
});

test('a count is recorded in parts; finished only when somebody has looked for everything', async () => {
  const { service, buyer, card } = scene;
  const unionId = await buyer();
  const [one, two] = [await card(unionId), await card(unionId)];
  const open = await service.call('openAssetCount', { unionId, countedOn: COUNTED_ON }, keeper);
  const part = (count: AssetCount, over: object) =>
    record({ ...countStep(count), results: [], surplus: [], finished: false, ...over });
  const first = await part(open, { results: [said(one, 'FOUND')] });
  expect(first).toMatchObject({ state: 'OPEN', foundCount: 1 });
  await expect(part(open, {})).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await expect(part(first, { finished: true })).rejects.toThrow(
    refusedWith('ASSET_COUNT_OPEN_LINES'),
  );
  await expect(part(first, { surplus: [found] })).rejects.toThrow(
    refusedWith('ASSET_SURPLUS_EARLY'),
  );
  const stray = { assetId: newId(), result: 'FOUND' };
  await expect(part(first, { results: [stray] })).rejects.toThrow(refusedWith('ASSET_NOT_LISTED'));
  const whole = await part(first, { results: [said(two, 'FOUND')], finished: true });
  expect(whole).toMatchObject({ state: 'FINISHED', voucherNo: 0n, missingFen: 0n });
  expect(await decide(whole, true)).toMatchObject({ state: 'AGREED', decisionVoucherNo: 0n });
  const list = await service.call('listAssetCounts', { unionId }, keeper);
  expect(list.items).toMatchObject([{ state: 'AGREED', lines: [] }]);
});

test('what is proposed to be let go is not missing: its disposal is decided first', async () => {
  const { service } = scene;
  const { gone, finish } = await counted();
  const held = await service.call('getAsset', { assetId: gone.assetId }, keeper);
  const ask = { disposalKind: 'SOLD', reason: '更新换代', documentNo: '合工资〔2026〕4号' };
  await service.call('proposeAssetDisposal', { ...step(held), ...ask }, keeper);
  await expect(record(finish)).rejects.toThrow(refusedWith('ASSET_STATE'));
});

test('forbidden, replayed, with another body, of somebody else', async () => {
  const { service, buyer } = scene;
  const { finish, unionId } = await counted();
  await expect(service.call('recordAssetCount', finish, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = newId();
  const recorded = await service.call('recordAssetCount', finish, { ...keeper, key });
  expect(await service.call('recordAssetCount', finish, { ...keeper, key })).toEqual(recorded);
  await expect(
    service.call('recordAssetCount', { ...finish, finished: false }, { ...keeper, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  const elsewhere = { ...keeper, scope: await buyer() };
  const { countId } = recorded;
  await expect(service.call('getAssetCount', { countId }, elsewhere)).rejects.toThrow(
    refusedWith('ASSET_COUNT_UNKNOWN', 'not_found'),
  );
  await expect(service.call('listAssetCounts', { unionId }, elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});
