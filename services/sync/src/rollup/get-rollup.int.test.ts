import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  dissolve,
  elect,
  establish,
  expectValue,
  join,
  leave,
  startChain,
  township,
  type SceneNode,
} from '../scene.ts';

let nation: SceneNode;
let city: SceneNode;
let county: SceneNode;

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['NATIONAL', 'CITY', 'COUNTY']);
  [nation, city, county] = chain as [SceneNode, SceneNode, SceneNode];
});
afterAll(async () => {
  await Promise.all([nation, city, county].map((node) => node.stop()));
});

test('what is counted in a county arrives at the top, level by level, with its parts', async () => {
  const root = establish('', { unionId: county.root, level: 'COUNTY', kind: 'FEDERATION' });
  const east = township(county.root, { name: '城东镇总工会', regionCode: '321084101' });
  const west = township(county.root, { name: '城西镇总工会', regionCode: '321084102' });
  const factory = establish(east.id);
  const nursery = establish(west.id, { industry: 'P8310', unitType: '400' });
  const bureau = establish(county.root, { unitType: '500' });
  const gone = establish(west.id);
  await county.tell(root, east, west, factory, nursery, bureau, gone);
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

  for (const node of [county, city, nation]) {
    const read = (indicator: string, period: string, dims = '') => node.read(indicator, period, dims);
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
  expect(top.parts[0]).toMatchObject({ stale: false, union: { node: city.region } });
  const below = await nation.service.call('getRollup', { unionId: county.root, period: '2026' });
  expect(below).toMatchObject({ hasParts: false, parts: [] });
  expect(below.rows.find((row) => row.indicator === 'members_total' && row.dims === '')).toMatchObject({
    own: 1n,
    subtree: 3n,
  });
  const atCity = await city.service.call('getRollup', { unionId: county.root, period: '2026' });
  expect(atCity.parts.map(({ union }) => union?.name)).toEqual(['城东镇总工会', '城西镇总工会']);
});
