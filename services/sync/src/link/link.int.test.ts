import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { deleteStream } from '@gonglian/messaging/subordinates.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy, type Proxy } from '@gonglian/testing/proxy.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { expectValue, newRegion, startNode, type SceneNode } from '../scene.ts';
import { establish, join, township } from '../told.ts';
import { startLinks } from './start-links.ts';

let proxy: Proxy;
let city: SceneNode;
let county: SceneNode;
let factory: string;
let joined = 0;

beforeAll(async () => {
  const natsUrl = inject('natsUrl');
  proxy = await startProxy(Number(new URL(natsUrl).port));
  const [above, below] = [newRegion(), newRegion()];
  city = await startNode({ natsUrl, region: above, level: 'CITY', subordinates: [below] });
  county = await startNode({
    natsUrl,
    region: below,
    superior: above,
    superiorBroker: { url: `nats://127.0.0.1:${proxy.port}` },
    staleAfterSeconds: 1,
    heartbeatMs: 300,
  });
  const town = township(county.root);
  const works = establish(town.id);
  factory = works.id;
  await county.tell(town, works);
  await recruit();
});
afterAll(async () => {
  await Promise.all([city, county].map((node) => node.stop()));
  await proxy.stop();
});

const admin = { duty: 'admin' } as const;

async function recruit(): Promise<void> {
  joined += 1;
  await county.tell(join(factory, '2026-03-03'));
}
const arrived = () => expectValue(city, joined, 'members_total', '2026');
const uplink = async () => (await county.service.call('getLinks', {})).uplink!;
const downlink = async () => (await city.service.call('getLinks', {})).downlinks[0]!;
const receipted = () =>
  eventually(async () => {
    const { lastPosition, receiptedPosition } = await uplink();
    expect(receiptedPosition).toBe(lastPosition);
  });
const restart = async (node: SceneNode): Promise<void> => {
  await node.links.stop();
  const log = createLog({ node: node.region }, 'fatal');
  node.links = await startLinks(node.service.served, node.service.settings, log);
};

test('what is said is receipted, and both ends show how far they are', async () => {
  await arrived();
  await receipted();
  expect(await uplink()).toMatchObject({ superior: city.region, connected: true, alarm: '' });
  const { appliedPosition, stale, name } = await downlink();
  expect(appliedPosition).toBeGreaterThan(0n);
  expect({ stale, name }).toEqual({ stale: false, name: `${county.region}总工会` });
  expect((await city.service.call('getLinks', {})).uplink).toBeUndefined();
});

test('a cut link delays and loses nothing; meanwhile both ends say so', async () => {
  proxy.cut();
  for (let n = 0; n < 20; n += 1) await recruit();
  await expectValue(county, joined, 'members_total', '2026');
  await eventually(async () => {
    expect(await uplink()).toMatchObject({ connected: false });
    expect((await uplink()).lagSeconds).toBeGreaterThan(0n);
  });
  expect(await city.read('members_total', '2026')).toBe(joined - 20);
  proxy.mend();
  const mendedAt = Date.now();
  await arrived();
  expect(Date.now() - mendedAt).toBeLessThan(5_000);
  await receipted();
});

test('a silent subordinate shows as stale with its age, and is fresh again once it is heard', async () => {
  await city.service.sql`update peer set received_at = now() - interval '3 minutes'`;
  proxy.cut();
  const { parts } = await city.service.call('getRollup', { unionId: '', period: '2026' });
  expect(parts[0]).toMatchObject({ stale: true });
  expect(parts[0]?.ageSeconds).toBeGreaterThanOrEqual(180n);
  proxy.mend();
  await eventually(async () => expect((await downlink()).stale).toBe(false));
});

test('each side may be started again at any time', async () => {
  await restart(county);
  await recruit();
  await arrived();
  await restart(city);
  await recruit();
  await arrived();
  await receipted();
  expect(await uplink()).toMatchObject({ connected: true, alarm: '' });
});

test('a superior whose inbound stream was wiped goes on behind what it has applied', async () => {
  await receipted();
  const before = (await downlink()).appliedPosition;
  await deleteStream(city.service.served.connection, `in_${county.region}`);
  await recruit();
  await arrived();
  await receipted();
  expect((await downlink()).appliedPosition).toBeGreaterThan(before);
});

test('a superior whose inbound stream no longer holds what comes next has it said again', async () => {
  await receipted();
  await city.links.stop();
  const [{ position } = { position: '0' }] = await city.service.sql<{ position: string }>`
    update inbox set position = position - 5 where source like '%sync-uplink' returning position`;
  expect(Number(position)).toBeGreaterThan(0);
  await deleteStream(city.service.served.connection, `in_${county.region}`);
  await restart(city);
  await recruit();
  await arrived();
  await receipted();
});

test('a superior that is set back applies again what it has applied, and nothing doubles', async () => {
  await receipted();
  await city.links.stop();
  const before = await cellsAt(city);
  await city.service.sql`
    update inbox set position = position - 3 where source like '%sync-uplink'`;
  await restart(city);
  await receipted();
  await eventually(async () => {
    const { appliedPosition } = await downlink();
    expect(appliedPosition).toBe((await uplink()).lastPosition);
  });
  expect(await cellsAt(city)).toEqual(before);
});

test('a cell that was corrupted at the superior is noticed by the next digest and repaired', async () => {
  await receipted();
  const before = await cellsAt(city);
  await city.service.sql`delete from reporting_union where depth = 2`;
  await city.service.sql`
    update cell set value = 4711 where union_id = ${county.root} and scope = 'subtree'
      and indicator = 'members_total' and dims = ''`;
  await city.service.sql`
    delete from cell where said_by = ${county.region} and scope = 'subtree'
      and indicator = 'unions_total' and dims = ''`;
  await city.service.sql`
    insert into cell (union_id, scope, indicator, dims, period, said_by, value, version, declared)
    values (${county.root}, 'own', 'members_total', '', '1999-01', ${county.region}, 7, 1, false)`;
  await eventually(async () => expect(await cellsAt(city)).toEqual(before));
  await eventually(async () => {
    const verification = await city.service.call('verify', { waitSeconds: 5 }, admin);
    expect(verification).toMatchObject({ clean: true });
  });
});

test('a subordinate that was set back behind what it has said stops and says so', async () => {
  await receipted();
  await county.links.stop();
  // Its database is that of some time ago: fewer rows, an earlier head, an older receipt.
  await county.service.sql`
    update uplink_head set position = position - 2`;
  await county.service.sql`
    delete from uplink where position > (select position from uplink_head)`;
  await county.service.sql`
    update uplink_state set receipted = (select position from uplink_head) - 1`;
  // It writes more than it lost before it hears of its superior again.
  proxy.cut();
  await restart(county);
  for (let n = 0; n < 5; n += 1) await recruit();
  await expectValue(county, joined, 'members_total', '2026');
  proxy.mend();
  await eventually(async () => expect(await uplink()).toMatchObject({ alarm: 'fork' }));
  // However much is written from now on, the other history is not written over.
  const { appliedPosition } = await downlink();
  for (let n = 0; n < 5; n += 1) await recruit();
  await expectValue(county, joined, 'members_total', '2026');
  await restart(county);
  await eventually(async () =>
    expect(await uplink()).toMatchObject({ connected: true, alarm: 'fork' }),
  );
  expect((await downlink()).appliedPosition).toBe(appliedPosition);
  const { clean, problems } = await county.service.call('verify', { waitSeconds: 1 }, admin);
  expect(clean).toBe(false);
  expect(problems.join()).toContain('fork');
});

test('a fork ends when a person says so, and both ends agree again', async () => {
  await county.links.stop();
  // As the README has it.
  await county.service.sql`
    update uplink_head set position = greatest(position, (select forked_at from uplink_state))`;
  await county.service.sql`update uplink_state set receipted = forked_at, forked_at = null`;
  await county.service.sql`select setval('cell_version', nextval('cell_version') + 1000000)`;
  await restart(county);
  await recruit();
  await arrived();
  await receipted();
  await eventually(async () => {
    const verification = await city.service.call('verify', { waitSeconds: 5 }, admin);
    expect(verification).toMatchObject({ clean: true, settled: true });
  });
  expect(await uplink()).toMatchObject({ connected: true, alarm: '' });
});

function cellsAt(node: SceneNode) {
  return node.service.sql`
    select union_id, scope, indicator, dims, period, value, declared from cell
    order by 1, 2, 3, 4, 5`;
}
