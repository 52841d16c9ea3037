import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { expectValue, startChain, type SceneNode } from '../scene.ts';
import { establish, join, leave, reparent, township, transfer, type Told } from '../told.ts';

let city: SceneNode;
let county: SceneNode;
let east: Told & { id: string };
let west: Told & { id: string };

beforeAll(async () => {
  const chain = await startChain(inject('natsUrl'), ['CITY', 'COUNTY']);
  [city, county] = chain as [SceneNode, SceneNode];
  east = township(county.root);
  west = township(county.root);
  await county.tell(east, west);
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
});
beforeEach(() => county.service.settled());

const members = (period: string, union: { id: string }): Promise<number> =>
  county.read('members_total', period, '', union.id);

test('a union that moves takes its members along, and the sum above does not move at all', async () => {
  const village = establish(east.id, { level: 'VILLAGE', kind: 'VILLAGE' });
  const factory = establish(village.id);
  const shop = establish(village.id);
  await county.tell(village, factory, shop);
  await county.tell(
    join(factory.id, '2026-01-10'),
    join(factory.id, '2026-02-10'),
    join(shop.id, '2026-02-11'),
    leave(factory.id, '2026-05-10'),
  );
  await county.service.settled();
  const changesBefore = await rootChanges();

  // In the past, with all below it: counted again from the month of the move on.
  await county.tell(reparent(village.id, east.id, west.id, '2026-04-15'));
  await county.service.settled();

  expect(await Promise.all(['2026-03', '2026-04', '2026-06'].map((m) => members(m, east)))).toEqual(
    [3, 0, 0],
  );
  expect(await Promise.all(['2026-03', '2026-04', '2026-06'].map((m) => members(m, west)))).toEqual(
    [0, 3, 2],
  );
  expect(await county.read('members_recruited', '2026', '', east.id)).toBe(3);
  expect(await county.read('members_recruited', '2026', '', west.id)).toBe(0);
  expect(await rootChanges()).toEqual(changesBefore);

  // What comes late for a month before the move is taken along as well.
  await county.tell(join(factory.id, '2026-03-20'));
  await expectValue(city, 3, 'members_total', '2026');
  expect(await members('2026-03', east)).toBe(4);
  expect(await members('2026-06', west)).toBe(3);
  await expectClean();

  // And back again: then nothing is left anywhere that was not there before.
  await county.tell(reparent(village.id, west.id, east.id, '2026-06-30'));
  await county.service.settled();
  expect(await Promise.all(['2026-03', '2026-05', '2026-06'].map((m) => members(m, east)))).toEqual(
    [4, 0, 3],
  );
  expect(await members('2026-06', west)).toBe(0);
  await expectClean();
});

test('members who move between unions move between townships', async () => {
  const from = establish(east.id);
  const to = establish(west.id);
  await county.tell(from, to);
  const before = await members('2026', west);
  await county.tell(join(from.id, '2026-02-01'), transfer(from.id, to.id, '2026-03-01'));
  await county.service.settled();
  expect(await members('2026', west)).toBe(before + 1);
  await expectClean();
});

test("a member's fact before the union's own counts at the root until it comes", async () => {
  const late = establish(west.id, { establishedOn: '2026-07-01' });
  const own = await county.read('members_total', '2026');
  const before = await members('2026', west);
  await county.tell(join(late.id, '2026-07-02'));
  await county.service.settled();
  expect(await members('2026', west)).toBe(before);
  expect(await county.read('members_total', '2026')).toBe(own + 1);
  await county.tell(late);
  await county.service.settled();
  expect(await members('2026', west)).toBe(before + 1);
  await expectClean();
});

async function rootChanges() {
  return county.service.sql`
    select indicator, dims, period, value, version from cell
    where union_id = ${county.root} and scope = 'subtree' order by 1, 2, 3`;
}

async function expectClean(): Promise<void> {
  const verification = await county.service.call(
    'verify',
    { waitSeconds: 10 },
    { duty: 'auditor' },
  );
  expect(verification).toMatchObject({ clean: true, settled: true, differences: [], problems: [] });
}
