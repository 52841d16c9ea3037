import { HASH, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { CAMPAIGN_MOVEMENTS, TOLD_OF_CAMPAIGNS } from '../recount/told-campaigns.ts';
import { startWelfare, type Service } from '../scene.ts';
import { campaignSteps, clerk, goodsAsk, openCounty, today, visitAsk, year } from './scene.ts';

let service: Service;
let call: Service['call'];
let of: Awaited<ReturnType<typeof openCounty>>;
let steps: ReturnType<typeof campaignSteps>;
let summer: string;
let winter: string;
beforeAll(async () => {
  service = await startWelfare();
  call = service.call;
  of = await openCounty(service);
  steps = campaignSteps(service);
  summer = (await steps.open(of.root, 'SUMMER_COOLING')).campaignId;
  winter = (await steps.open(of.root, 'WINTER_WARMTH')).campaignId;
});
afterAll(() => service.stop());

const duplicate = (code: string) => refusedWith(code, 'duplicate');
const ledger = (who: object = clerk) => call('listCampaigns', { year, unionId: '' }, who);

test('goods out of stock at visits of two campaigns: each visit counts once, a site of both is one', async () => {
  const batch = await steps.goods(of.root);
  expect(batch).toMatchObject({ remaining: 100, remainingFen: 300_000n });
  const hot = { temperatureLevel: 'ORANGE', siteName: '高架工地', persons: 120 };
  const goods = [{ batchId: batch.batchId, quantity: 40 }];
  const first = await steps.visit(summer, of.root, { ...hot, goods });
  expect(first).toMatchObject({ goodsFen: 120_000n, campaignKind: 'SUMMER_COOLING', cashFen: 0n });
  const cold = { siteName: '高架 工地', persons: 30, recipientGroup: 'HARDSHIP', packages: 30 };
  await steps.visit(winter, of.root, { ...cold, occasion: 'SPRING_FESTIVAL' });
  // The same visit, told again in another campaign or by another union, is not another.
  const again = { siteName: '高架工地', recipientGroup: 'HARDSHIP' };
  await expect(steps.visit(winter, of.works, again)).rejects.toThrow(duplicate('VISIT_RECORDED'));
  const { items, fourGifts } = await ledger();
  expect(items.map(({ campaignKind, totals }) => [campaignKind, totals?.personTimes])).toEqual([
    ['SUMMER_COOLING', 120n],
    ['WINTER_WARMTH', 30n],
  ]);
  expect(fourGifts).toEqual({
    visits: 2,
    sites: 1,
    personTimes: 150n,
    packages: 30n,
    goodsFen: 120_000n,
    cashFen: 0n,
  });
  const { movements } = await call('getGoodsLedger', { batchId: batch.batchId }, clerk);
  expect(
    movements.map((one) => [one.movementKind, one.quantity, one.amountFen, one.balance]),
  ).toEqual([
    ['IN', 100, 300_000n, 100],
    ['OUT', 40, 120_000n, 60],
  ]);
});

test('a visit that was none gives its goods back; the site counts by the one that stands', async () => {
  const batch = await steps.goods(of.root, { quantity: 10 });
  const hot = { temperatureLevel: 'RED', siteName: '快递站', packages: 5 };
  const goods = [{ batchId: batch.batchId, quantity: 10 }];
  const wrong = await steps.visit(summer, of.root, { ...hot, goods });
  await steps.visit(summer, of.works, { ...hot, recipientGroup: 'COURIER' });
  const before = (await ledger()).fourGifts;
  const { visitId, version } = wrong;
  const cancelled = await call('cancelVisit', { visitId, expectedVersion: version }, clerk);
  expect(cancelled).toMatchObject({ state: 'CANCELLED', version: version + 1 });
  const { fourGifts } = await ledger();
  expect(fourGifts?.sites).toBe(before?.sites);
  expect(fourGifts?.visits).toBe((before?.visits ?? 0) - 1);
  const { items } = await call(
    'listGoods',
    { unionId: '', inStock: true, cursor: '', limit: 0 },
    clerk,
  );
  expect(items.find(({ batchId }) => batchId === batch.batchId)).toMatchObject({ remaining: 10 });
  await expect(
    call('cancelVisit', { visitId, expectedVersion: version + 1 }, clerk),
  ).rejects.toThrow(refusedWith('VISIT_CANCELLED'));
});

test('stock does not go below zero, also where two take the last of it at once', async () => {
  const batch = await steps.goods(of.works, { quantity: 10 });
  const take = (quantity: number) =>
    steps.visit(summer, of.works, {
      temperatureLevel: 'NONE',
      goods: [{ batchId: batch.batchId, quantity }],
    });
  await expect(take(11)).rejects.toThrow(refusedWith('GOODS_SHORT'));
  const both = await Promise.allSettled([take(6), take(6)]);
  const lost = both.filter(({ status }) => status === 'rejected');
  expect(lost).toMatchObject([{ reason: { code: 'GOODS_SHORT', details: { remaining: 4 } } }]);
  const foreign = { temperatureLevel: 'NONE', goods: [{ batchId: batch.batchId, quantity: 1 }] };
  await expect(steps.visit(summer, of.mill, foreign)).rejects.toThrow(
    refusedWith('GOODS_UNKNOWN', 'not_found'),
  );
});

test('donations come in, their goods into stock, and out to visits: no more than was given', async () => {
  const donation = {
    unionId: of.root,
    campaignId: summer,
    donorKind: 'PERSON',
    donorName: '周晓岚',
    moneyFen: 50_000n,
    goodsFen: 60_000n,
    receiptNo: '捐〔1〕号',
    receivedOn: today,
  };
  const { donationId, donorNameMasked } = await call('recordDonation', donation, clerk);
  expect(donorNameMasked).toBe('周*岚');
  await expect(
    call('recordDonation', { ...donation, donorKind: 'ANONYMOUS' }, clerk),
  ).rejects.toThrow(refusedWith('DONOR_NAME_WRONG', 'invalid'));
  await expect(
    call('recordDonation', { ...donation, moneyFen: 0n, goodsFen: 0n }, clerk),
  ).rejects.toThrow(refusedWith('DONATION_EMPTY'));
  const batch = await steps.goods(of.root, { donationId, quantity: 20 });
  await expect(steps.goods(of.root, { donationId, quantity: 1 })).rejects.toThrow(
    refusedWith('DONATION_SPENT'),
  );
  const goods = [{ batchId: batch.batchId, quantity: 5 }];
  await steps.visit(summer, of.root, { temperatureLevel: 'YELLOW', goods });
  const { items } = await call('listDonations', { unionId: '', cursor: '', limit: 0 }, clerk);
  expect(items).toMatchObject([{ donationId, stockedFen: 60_000n, givenFen: 15_000n }]);
  const [row] = await service.sql<{ sealed: Buffer }>`select donor_sealed as sealed from donation`;
  expect(row?.sealed.includes(Buffer.from('周晓岚'))).toBe(false);
});

test('local produce that was bought', async () => {
  const aid = {
    unionId: of.works,
    aidForm: 'BOUGHT_BY_UNIONS',
    productName: '合成山区大米',
    originRegion: '522326',
    boughtOn: today,
    amountFen: 200_000n,
    documentNo: '消费帮扶〔1〕号',
  };
  const foreign = { duty: 'clerk', scope: of.mill } as const;
  const changed = { amountFen: 1n };
  await once(service, {
    method: 'recordConsumptionAid',
    ask: aid,
    changed,
    caller: clerk,
    foreign,
    unknown: 'UNION_UNKNOWN',
  });
  const { items } = await call('listConsumptionAid', { unionId: '', cursor: '', limit: 0 }, clerk);
  expect(items).toMatchObject([{ amountFen: 200_000n, unionName: '合成纺织厂工会' }]);
});

test('forbidden, replay, another body, foreign scope, stale', async () => {
  const foreign = { duty: 'clerk', scope: of.mill } as const;
  const keyed = { caller: clerk, foreign, unknown: 'UNION_UNKNOWN' };
  const spring = { unionId: of.works, year, campaignKind: 'SPRING_JOBS', documentNo: '1号' };
  await once(service, {
    ...keyed,
    method: 'openCampaign',
    ask: spring,
    changed: { year: year - 1 },
  });
  await expect(steps.open(of.works, 'SPRING_JOBS')).rejects.toThrow(duplicate('CAMPAIGN_OPEN'));
  await expect(steps.open(of.works, 'DISASTER', { year: year + 2 })).rejects.toThrow(
    refusedWith('YEAR_IN_FUTURE'),
  );
  const ask = visitAsk(winter, of.works, { photoSha256: [HASH] });
  const visit = await once<{ visitId: string; version: number }>(service, {
    ...keyed,
    method: 'recordVisit',
    ask,
    changed: { persons: 1 },
  });
  await once(service, {
    ...keyed,
    method: 'receiveGoods',
    ask: goodsAsk(of.works),
    changed: { quantity: 1 },
  });
  const { visitId } = visit;
  await expect(call('cancelVisit', { visitId, expectedVersion: 9 }, clerk)).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(call('cancelVisit', { visitId, expectedVersion: 1 }, foreign)).rejects.toThrow(
    refusedWith('VISIT_UNKNOWN', 'not_found'),
  );
  // A campaign of a union that is not above is nobody's but its own.
  const mills = await steps.open(of.mill, 'WINTER_WARMTH');
  await expect(steps.visit(mills.campaignId, of.works)).rejects.toThrow(
    refusedWith('CAMPAIGN_UNKNOWN', 'not_found'),
  );
});

test('all of it is recounted from the records as its facts have told it', async () => {
  const movements = CAMPAIGN_MOVEMENTS.filter((one) => one !== 'care_paid');
  await expectRecounted(service, TOLD_OF_CAMPAIGNS, ...movements);
});
