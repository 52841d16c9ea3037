import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import { toldRecords } from '../indicator/told-records.ts';
import { dissolve, elect, establish, holdContest, join, leave, township } from '../told.ts';

let nation: SceneNode;
let province: SceneNode;
let city: SceneNode;
let county: SceneNode;

beforeAll(async () => {
  const levels = ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'];
  const chain = await startChain(inject('natsUrl'), levels);
  [nation, province, city, county] = chain as [SceneNode, SceneNode, SceneNode, SceneNode];
});
afterAll(async () => {
  await Promise.all([nation, province, city, county].map((node) => node.stop()));
});

test('what is counted in a county arrives at the top, level by level, with its parts', async () => {
  const east = township(county.root, { name: '城东镇总工会', regionCode: '321084101' });
  const west = township(county.root, { name: '城西镇总工会', regionCode: '321084102' });
  const factory = establish(east.id);
  const nursery = establish(west.id, { industry: 'P8310', unitType: '400' });
  const bureau = establish(county.root, { unitType: '500' });
  const gone = establish(west.id);
  await county.tell(east, west, factory, nursery, bureau, gone);
  await county.tell(
    join(factory.id, '2026-03-10'),
    join(factory.id, '2026-03-11', { sex: 'male', migrantWorker: true }),
    join(nursery.id, '2026-04-01', { sex: 'female', workerGroup: 'kindergarten_staff' }),
    join(bureau.id, '2025-12-01'),
    leave(factory.id, '2026-05-01'),
    elect(bureau.id, '2026-06-30'),
    dissolve(gone.id, '2026-07-01'),
  );
  await expectValue(nation, 3, 'unions_total', '2026');
  await expectValue(nation, 3, 'members_total', '2026');

  for (const node of [county, city, province, nation]) {
    const read = (indicator: string, period: string, dims = '') =>
      node.read(indicator, period, dims);
    expect(await read('unions_newly_established', '2026')).toBe(4);
    expect(await read('unions_newly_established', '2026', 'org_kind=kindergarten')).toBe(1);
    expect(await read('unions_total', '2026-06')).toBe(4);
    expect(await read('unions_net_increase', '2026-07')).toBe(-1);
    expect(await read('union_reelections_completed', '2026')).toBe(1);
    expect(await read('members_recruited', '2026')).toBe(3);
    expect(await read('members_recruited', '2026', 'worker_group=migrant_worker')).toBe(1);
    expect(await read('members_total', '2026-04')).toBe(4);
    expect(await read('members_total', '2025')).toBe(1);
    expect(await read('members_net_increase', '2026')).toBe(2);
  }

  const page = await county.service.call('getRollup', { unionId: '', period: '2026' });
  const members = page.rows.find((row) => row.indicator === 'members_total' && row.dims === '');
  expect(page.parts.map(({ union }) => union?.name)).toEqual(['城东镇总工会', '城西镇总工会']);
  expect(members).toMatchObject({ own: 1n, subtree: 3n, partValues: [1n, 1n] });
  expect(page).toMatchObject({ treeOn: '2026-12-31', hasParts: true });

  const top = await nation.service.call('getRollup', { unionId: '', period: '2026' });
  expect(top.parts).toHaveLength(1);
  expect(top.parts[0]).toMatchObject({ stale: false, union: { node: province.region } });
  const below = await nation.service.call('getRollup', { unionId: county.root, period: '2026' });
  expect(below).toMatchObject({ hasParts: false, parts: [] });
  expect(
    below.rows.find((row) => row.indicator === 'members_total' && row.dims === ''),
  ).toMatchObject({
    own: 1n,
    subtree: 3n,
  });
  for (const node of [city, province]) {
    const { parts } = await node.service.call('getRollup', {
      unionId: county.root,
      period: '2026',
    });
    expect(parts.map(({ union }) => union?.name)).toEqual(['城东镇总工会', '城西镇总工会']);
  }
});

test('a township is its own level, and its unions are listed largest first', async () => {
  const east = (await county.service.call('getRollup', { unionId: '', period: '2026' })).parts[0];
  const unionId = east?.union?.unionId ?? '';
  const page = await county.service.call('getRollup', { unionId, period: '2026' });
  expect(page).toMatchObject({ hasParts: true, parts: [] });
  expect(page.rows[0]).toMatchObject({
    indicator: 'unions_newly_established',
    own: 1n,
    subtree: 1n,
  });

  const ask = { indicator: 'members_recruited', dims: '', period: '2026', cursor: '' };
  const listed = await county.service.call('listContributors', { ...ask, unionId, limit: 1 });
  expect(listed).toMatchObject({
    items: [{ value: 2n }],
    nextCursor: expect.stringMatching('^2_'),
  });
  const { nextCursor } = listed;
  const next = { ...ask, unionId, limit: 1, cursor: nextCursor };
  expect(await county.service.call('listContributors', next)).toEqual({
    items: [],
    nextCursor: '',
  });
  const elsewhere = city.service.call('listContributors', {
    ...ask,
    unionId: county.root,
    limit: 1,
  });
  await expect(elsewhere).rejects.toMatchObject({
    code: 'HELD_BY_ANOTHER_NODE',
    details: { node: county.region },
  });
});

test('a series goes month by month: a flow by itself, a stock as it stood', async () => {
  const ask = { unionId: '', dims: '', from: '2026-03', to: '2026-05' };
  const recruited = await city.service.call('getSeries', {
    ...ask,
    indicator: 'members_recruited',
  });
  expect(recruited.points.map(({ subtree }) => subtree)).toEqual([2n, 1n, 0n]);
  const total = await city.service.call('getSeries', { ...ask, indicator: 'members_total' });
  expect(total.points.map(({ subtree }) => subtree)).toEqual([3n, 4n, 3n]);
});

test('a set counts what is different: over months, and over nodes, and nobody adds it up', async () => {
  const [east, west] = (await county.service.call('getRollup', { unionId: '', period: '2026' }))
    .parts;
  const [one = '', other = ''] = [east?.union?.unionId, west?.union?.unionId];
  const held = (unionId: string, on: string, tradeCodes: string[]) =>
    holdContest(unionId, on, { tradeCodes, organiserLevel: 'GRASSROOTS' });
  await county.tell(
    held(one, '2023-03-02', ['aa', 'bb']),
    held(one, '2023-04-02', ['aa']),
    held(other, '2023-04-09', ['bb', 'cc']),
  );
  await city.tell(holdContest(city.root, '2023-05-05', { tradeCodes: ['cc', 'dd'] }));
  await expectValue(nation, 4, 'competition_trades', '2023');
  expect(await county.read('competition_trades', '2023')).toBe(3);
  expect(await county.read('competition_trades', '2023-04')).toBe(3);
  expect(await county.read('competition_trades', '2023-05')).toBe(0);
  const of = async (node: SceneNode, period: string) =>
    (await node.service.call('getRollup', { unionId: '', period })).rows.filter(
      ({ indicator }) => indicator === 'competition_trades',
    );
  expect(await of(county, '2023')).toMatchObject([
    { dims: '', own: 0n, subtree: 3n, partValues: [2n, 2n], pending: 0n },
  ]);
  expect(await of(city, '2023')).toMatchObject([
    { dims: '', own: 2n, subtree: 4n, partValues: [3n] },
  ]);
  const series = await city.service.call('getSeries', {
    unionId: '',
    indicator: 'competition_trades',
    dims: '',
    from: '2023-03',
    to: '2023-05',
  });
  expect(series.points.map(({ subtree }) => subtree)).toEqual([2n, 3n, 2n]);
  const listed = await county.service.call('listContributors', {
    unionId: one,
    indicator: 'competition_trades',
    dims: '',
    period: '2023',
    cursor: '',
    limit: 0,
  });
  expect(listed.items).toMatchObject([{ unionId: one, value: 2n }]);
  for (const node of [county, city, nation])
    expect(await node.service.call('verify', { waitSeconds: 10 })).toMatchObject({ clean: true });
});

test('a rate is worked out from the sums of each level', async () => {
  const [east, west] = (await county.service.call('getRollup', { unionId: '', period: '2026' }))
    .parts;
  const [one = '', other = ''] = [east?.union?.unionId, west?.union?.unionId];
  const [frontline] = toldRecords(one);
  const [, craftsman] = toldRecords(other);
  const [, again] = toldRecords(other);
  if (!frontline || !craftsman || !again) throw new Error('nothing to tell');
  await county.tell(frontline, craftsman, again);
  await expectValue(nation, 3_333, 'honours_frontline_share', '2023');
  const { rows } = await county.service.call('getRollup', { unionId: '', period: '2023-01' });
  expect(rows.find(({ indicator }) => indicator === 'honours_frontline_share')).toMatchObject({
    own: 0n,
    subtree: 3_333n,
    partValues: [10_000n, 0n],
  });
  const series = await city.service.call('getSeries', {
    unionId: '',
    indicator: 'honours_frontline_share',
    dims: '',
    from: '2023-01',
    to: '2023-02',
  });
  expect(series.points.map(({ subtree }) => subtree)).toEqual([3_333n, 0n]);
});

test('numbers that moved are told as facts', async () => {
  const facts = (await nation.service.outbox()).filter(({ fact }) => fact === 'cell.changed');
  expect(facts).toContainEqual(
    expect.objectContaining({
      key: nation.root,
      data: { unionId: nation.root, period: '2026-05', indicators: ['members_total'] },
    }),
  );
});

test('refuses what is not known: union, indicator, period, dimensions', async () => {
  const { service } = county;
  const unknown = { unionId: '0190b6a4-0000-7000-8000-000000000000', period: '2026' };
  await expect(service.call('getRollup', unknown)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'REPORTING_UNION_UNKNOWN',
  });
  await expect(service.call('getRollup', { unionId: '', period: '26' })).rejects.toMatchObject({
    code: 'FIELD_INVALID',
    details: { field: 'period' },
  });
  const ask = { unionId: '', indicator: 'x', dims: '', from: '2026-01', to: '2026-02' };
  await expect(service.call('getSeries', ask)).rejects.toMatchObject({
    details: { field: 'indicator' },
  });
  const dims = { ...ask, indicator: 'members_total', dims: 'sex' };
  await expect(service.call('getSeries', dims)).rejects.toMatchObject({
    details: { field: 'dims' },
  });
  const listed = await service.call('listIndicators', {}, { duty: 'auditor' });
  expect(listed.items.map(({ code }) => code)).toContain('members_net_increase');
});
