import { startProxy, type Proxy } from '@gonglian/testing/proxy.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Links } from '../../deploy/local/status.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { openApi } from '../api.ts';
import { openFederation, type NodeConfig } from '../federation.ts';
import { partOf, rollupOf, shownFigures } from './figures.ts';
import { openClerk, type Clerk } from './work.ts';

// The county goes on working while nobody above hears it; when the link is mended, the totals agree by themselves.

const CITY = '321000';
const COUNTY = '321084';
const nodes = ['--nodes', `${CITY},${COUNTY}`];
/** How long mending may take by itself: a broken connection is tried again every few seconds. */
const agreed = { timeoutMs: 60_000, everyMs: 250 };

const federation = await openFederation();
let proxy: Proxy;
let proxied: NodeConfig;
let clerk: Clerk;
let union: UnionRow;

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', ...nodes);
  proxy = await startProxy(federation.brokerPort(CITY));
  const config = federation.config(COUNTY);
  if (!config.superior) throw new Error('a county has a superior');
  const natsUrl = `nats://127.0.0.1:${proxy.port}`;
  proxied = { ...config, superior: { ...config.superior, natsUrl } };
  await federation.killHard(`node-${COUNTY}`);
  await federation.startNode(COUNTY, proxied);
  clerk = await openClerk(federation.origin(COUNTY), COUNTY);
  union = await clerk.enrolUnion();
  await clerk.join(union, 40);
  // The county counts a moment later: until then both would agree on nothing.
  await eventually(async () => {
    const { members_total: counted } = await countyFigures();
    if (counted !== 40) throw new Error(`the county counts ${counted} members`);
  }, agreed);
  await cityAgrees();
});
afterAll(async () => {
  await federation.remove();
  await proxy?.stop();
});

const countyFigures = () => shownFigures(federation.origin(COUNTY), COUNTY, 'subtree');
const cityPage = () => rollupOf(federation.origin(CITY), CITY);
const linksOf = async (region: string) =>
  (await openApi(federation.origin(region), 'auditor')).get<Links>('/links');

/** Waits until the city shows, as the county's part, what the county shows of itself. */
async function cityAgrees(): Promise<void> {
  await eventually(async () => {
    const [county, page] = [await countyFigures(), await cityPage()];
    const shown = Object.keys(county).map((name) => [
      name,
      Number(partOf(page, COUNTY, name).value),
    ]);
    expect(Object.fromEntries(shown)).toEqual(county);
  }, agreed);
}

/** Waits until the county knows that all it has said was taken. */
async function allReceipted(): Promise<void> {
  await eventually(async () => {
    const { uplink } = await linksOf(COUNTY);
    expect(uplink).toMatchObject({ connected: true, alarm: '', lagSeconds: '0' });
    expect(uplink?.receiptedPosition).toBe(uplink?.lastPosition);
  }, agreed);
}

test('while the link is cut the county works on, and the city shows the old part growing old', async () => {
  const before = partOf(await cityPage(), COUNTY, 'members_total');
  expect(before.value).toBe('40');
  proxy.cut();
  await clerk.join(union, 10);
  await clerk.leave(union);
  await clerk.elect(union);
  await clerk.join(await clerk.enrolUnion(), 5);
  await eventually(async () => {
    expect(await countyFigures()).toMatchObject({
      members_total: 54,
      members_recruited: 55,
      union_reelections_completed: 1,
      unions_total: 2,
    });
    const { uplink } = await linksOf(COUNTY);
    expect(uplink).toMatchObject({ connected: false, alarm: '' });
    expect(Number(uplink?.lastPosition)).toBeGreaterThan(Number(uplink?.receiptedPosition));
    expect(Number(uplink?.lagSeconds)).toBeGreaterThan(0);
    const now = partOf(await cityPage(), COUNTY, 'members_total');
    expect(Number(now.part.ageSeconds)).toBeGreaterThan(Number(before.part.ageSeconds) + 2);
  });
  const now = partOf(await cityPage(), COUNTY, 'members_total');
  expect(now).toMatchObject({ value: '40', part: { position: before.part.position } });
  const { output } = await federation.run('status');
  expect(output).toMatch(/to 321000: not connected, \d+ of \d+ without receipt/);
  expect(output).toMatch(/from 321084 高邮市总工会: \d+ s old/);
});

test('meanwhile the broker above and the county itself are killed; the county has lost nothing', async () => {
  const before = await countyFigures();
  await federation.killHard(`nats-${CITY}`);
  await federation.killHard(`node-${COUNTY}`);
  await federation.startNode(COUNTY, proxied);
  expect(await countyFigures()).toEqual(before);
  await clerk.join(union, 1);
  await federation.demand('up', '--detach', '--no-demo', ...nodes);
});

test('when the link is mended the totals agree again by themselves', async () => {
  proxy.mend();
  await cityAgrees();
  const { value } = partOf(await cityPage(), COUNTY, 'members_total');
  expect(value).toBe('55');
});

test('a link that is cut again and again in the middle of work loses and doubles nothing', async () => {
  for (let n = 0; n < 8; n += 1) {
    proxy.cut();
    await clerk.join(union, 3);
    proxy.mend();
    await clerk.join(union, 2);
    await new Promise((resolve) => setTimeout(resolve, n * 100));
  }
  await cityAgrees();
  expect(partOf(await cityPage(), COUNTY, 'members_total').value).toBe('95');
});

test('a link that freezes, with its connection open, is found out and goes on when it thaws', async () => {
  proxy.freeze();
  await clerk.join(union, 5);
  await eventually(
    async () => expect((await linksOf(COUNTY)).uplink).toMatchObject({ connected: false }),
    agreed,
  );
  proxy.mend();
  await cityAgrees();
  expect(partOf(await cityPage(), COUNTY, 'members_total').value).toBe('100');
});

test('in the end the county knows that all was taken, and verify is clean', async () => {
  await allReceipted();
  expect(await federation.demand('verify', ...nodes)).toContain('everything adds up');
});
