import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { eventually } from '@gonglian/testing/eventually.ts';
import { toldRecords } from '../indicator/told-records.ts';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import { establish, holdContest, join, township } from '../told.ts';

let city: SceneNode;
let county: SceneNode;
const factory = establish('', {});

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['CITY', 'COUNTY']);
  [city, county] = chain as [SceneNode, SceneNode];
  const east = township(county.root);
  const placed = {
    ...factory,
    data: { ...factory.data, parentId: east.id, establishedOn: '2024-01-01' },
  };
  await county.tell(east, placed);
  await county.tell(join(factory.id, '2025-03-01'));
  await expectValue(city, 1, 'members_total', '2025');
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
});

const admin = { duty: 'admin' } as const;
const rowOf = async (node: SceneNode, indicator: string, period: string) =>
  (await node.service.call('getRollup', { unionId: '', period })).rows.find(
    (row) => row.indicator === indicator && row.dims === '',
  );

test('closing is for who may close, once, and for years that have begun', async () => {
  const { service } = county;
  const ask = { period: '2025' };
  await expect(service.call('closePeriod', ask)).rejects.toMatchObject({ kind: 'forbidden' });
  const closed = await service.call('closePeriod', ask, { ...admin, key: 'close 2025' });
  expect(closed).toMatchObject({ state: 'closed', pendingCells: 0, restatements: [] });
  expect(await service.call('closePeriod', ask, { ...admin, key: 'close 2025' })).toEqual(closed);
  const other = service.call('closePeriod', { period: '2024' }, { ...admin, key: 'close 2025' });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  await expect(service.call('closePeriod', ask, admin)).rejects.toMatchObject({
    code: 'PERIOD_CLOSED',
  });
  const future = service.call('closePeriod', { period: '2999' }, admin);
  await expect(future).rejects.toMatchObject({ code: 'PERIOD_NOT_BEGUN' });
  expect(await service.call('getPeriod', { period: '2024' })).toMatchObject({ state: 'closed' });
  expect(await service.call('getPeriod', { period: '2026' })).toMatchObject({ state: 'open' });
  expect(await service.outbox()).toContainEqual(
    expect.objectContaining({ fact: 'period.closed', key: '2025' }),
  );
});

test('what comes late waits beside the closed number until it is restated with a reason', async () => {
  const { service } = county;
  const nothing = service.call('restatePeriod', { period: '2025', reason: '补录' }, admin);
  await expect(nothing).rejects.toMatchObject({ code: 'NOTHING_TO_RESTATE' });
  await county.tell(join(factory.id, '2025-12-31'), join(factory.id, '2026-01-01'));
  await expectValue(county, 1, 'members_recruited', '2026');
  expect(await rowOf(county, 'members_recruited', '2025')).toMatchObject({
    subtree: 1n,
    pending: 1n,
  });
  expect(await rowOf(county, 'members_total', '2025')).toMatchObject({ subtree: 1n, pending: 1n });
  expect(await rowOf(county, 'members_total', '2026')).toMatchObject({ subtree: 2n, pending: 1n });
  await expectValue(city, 2, 'members_total', '2026');
  const pending = await service.call('getPeriod', { period: '2025' });
  expect(pending.pendingCells).toBeGreaterThan(0);
  await expectClean(county);

  const open = service.call('restatePeriod', { period: '2026', reason: '补录' }, admin);
  await expect(open).rejects.toMatchObject({ code: 'PERIOD_OPEN' });
  const clerk = service.call('restatePeriod', { period: '2025', reason: '补录' });
  await expect(clerk).rejects.toMatchObject({ kind: 'forbidden' });
  const restated = await service.call(
    'restatePeriod',
    { period: '2025', reason: '迟报补录' },
    admin,
  );
  expect(restated.pendingCells).toBe(0);
  expect(restated.restatements).toHaveLength(pending.pendingCells);
  expect(restated.restatements).toContainEqual(
    expect.objectContaining({
      reason: '迟报补录',
      before: expect.objectContaining({ unionId: county.root, value: 0n, period: '2025-12' }),
      after: expect.objectContaining({ unionId: county.root, value: 1n, period: '2025-12' }),
    }),
  );
  expect(await service.outbox()).toContainEqual(
    expect.objectContaining({
      fact: 'period.restated',
      data: { period: '2025', reason: '迟报补录', cells: pending.pendingCells },
    }),
  );
  await expectValue(city, 2, 'members_total', '2025');
  await expectClean(county);
});

test("a superior's closed year stays as well until the superior restates", async () => {
  await city.service.call('closePeriod', { period: '2025' }, admin);
  await county.tell(join(factory.id, '2025-06-06'));
  await county.service.settled();
  await county.service.call('restatePeriod', { period: '2025', reason: '再次补录' }, admin);
  await expectPending();
  expect(await rowOf(city, 'members_recruited', '2025')).toMatchObject({
    subtree: 2n,
    pending: 1n,
    partValues: [2n],
  });
  await expectClean(city);
  await city.service.call('restatePeriod', { period: '2025', reason: '县级更正' }, admin);
  expect(await rowOf(city, 'members_recruited', '2025')).toMatchObject({
    subtree: 3n,
    pending: 0n,
    partValues: [3n],
  });
  await expectClean(city);
});

test('an honour that is entered late waits like everything else, and is in its month once it is restated', async () => {
  const { service } = county;
  const [modelWorker] = toldRecords(factory.id);
  if (!modelWorker) throw new Error('nothing to tell');
  await county.tell(modelWorker);
  await eventually(async () => {
    expect(await rowOf(county, 'honours_individuals', '2023')).toMatchObject({
      subtree: 0n,
      pending: 1n,
    });
  });
  await expectClean(county);
  await service.call('restatePeriod', { period: '2023', reason: '补录往年表彰' }, admin);
  expect(await rowOf(county, 'honours_individuals', '2023-01')).toMatchObject({
    subtree: 1n,
    pending: 0n,
  });
  await expectClean(county);
});

test('of a set in a closed year those wait that are new, and not those that were there', async () => {
  const { service } = county;
  const held = (on: string, ...tradeCodes: string[]) =>
    holdContest(factory.id, on, { tradeCodes, organiserLevel: 'GRASSROOTS' });
  await county.tell(held('2023-02-02', 'aa', 'bb'));
  await eventually(async () => {
    expect((await rowOf(county, 'competition_trades', '2023'))?.pending).toBe(2n);
  });
  await service.call('restatePeriod', { period: '2023', reason: '补录往年竞赛' }, admin);
  await county.tell(held('2023-03-03', 'bb', 'cc'));
  await eventually(async () => {
    expect(await rowOf(county, 'competition_trades', '2023')).toMatchObject({
      subtree: 2n,
      pending: 1n,
    });
  });
  await expectClean(county);
});

async function expectPending(): Promise<void> {
  await eventually(async () => {
    expect((await rowOf(city, 'members_recruited', '2025'))?.pending).toBe(1n);
  });
}

async function expectClean(node: SceneNode): Promise<void> {
  const verification = await node.service.call('verify', { waitSeconds: 10 });
  expect(verification).toMatchObject({ clean: true, settled: true });
}
