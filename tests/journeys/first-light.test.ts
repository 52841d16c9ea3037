import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, send } from '../api.ts';
import { openFederation } from '../federation.ts';
import { partOf, rollupOf, totalOf } from './figures.ts';

// A newcomer's first hour: six nodes, a small year of work, numbers from township to nation.

const federation = await openFederation();
const regions = ['000000', '320000', '321000', '321084', '320600', '320612'] as const;
const up = ['up', '--detach', '--scale', '0.01'];

beforeAll(async () => {
  await federation.demand(...up);
});
afterAll(() => federation.remove());

const rollup = (region: string) => rollupOf(federation.origin(region), region);
const members = async (region: string) => totalOf(await rollup(region), 'members_total');

test.each(['members_recruited', 'members_total', 'unions_total', 'union_reelections_completed'])(
  '%s: every sum is its own level and its parts, from county to nation',
  async (indicator) => {
    for (const region of regions) {
      const row = totalOf(await rollup(region), indicator);
      const sum = row.partValues.reduce((total, part) => total + Number(part), Number(row.own));
      expect({ region, sum }).toEqual({ region, sum: Number(row.subtree) });
      expect(sum).toBeGreaterThan(0);
    }
  },
);

test('a superior holds exactly what its subordinate says', async () => {
  const { subtree } = await members('321084');
  const held = partOf(await rollup('321000'), '321084', 'members_total');
  expect(held).toMatchObject({ value: subtree, part: { stale: false } });
});

test('the fund of the counties has gone up level by level, and both legs have met everywhere', async () => {
  const list = async (region: string, direction: string) => {
    const api = await openApi(federation.origin(region), 'finance');
    const path = `/settlements?direction=${direction}&limit=100`;
    const { items } = await api.get<{ items: Settlement[] }>(path);
    return items.map(({ state, amountFen }) => ({ state, fen: Number(amountFen) }));
  };
  const [county, city, neighbour] = await Promise.all(
    ['321084', '321000', '320600'].map((region) => list(region, 'OUT')),
  );
  const sums = [county, city, neighbour].map((all = []) => all.map(({ fen }) => fen));
  // Three levels above the county; the city keeps its share and sends two on.
  expect(sums[0]).toHaveLength(1);
  expect(sums[1]).toEqual([((sums[0]?.[0] ?? 0) / 3) * 2]);
  const received = await list('000000', 'IN');
  expect(received).toHaveLength(2);
  const nations = [...(sums[1] ?? []), ...(sums[2] ?? [])].map((fen) => fen / 2);
  expect(received.map(({ fen }) => fen).toSorted()).toEqual(nations.toSorted());
  expect(new Set(received.map(({ state }) => state))).toEqual(new Set(['RECEIVED']));
  await eventually(async () =>
    expect(await list('321084', 'OUT')).toMatchObject([{ state: 'CONFIRMED' }]),
  );
});

interface Settlement {
  state: string;
  amountFen: string;
}

test.each(['/rollup', '/unions', '/members', '/links', '/node'])(
  '%s shows nothing to a caller who has not logged in',
  async (path) => {
    const answer = await send(federation.origin('321084'), 'GET', path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  },
);

test('a second up is quick, starts nothing and changes no number', async () => {
  const before = await members('000000');
  const pids = regions.map((region) => federation.record(`node-${region}`).pid);
  await federation.demand(...up);
  expect(regions.map((region) => federation.record(`node-${region}`).pid)).toEqual(pids);
  expect(await members('000000')).toEqual(before);
});

test('verify recounts everything and finds no difference', async () => {
  expect(await federation.demand('verify')).toContain('everything adds up');
});

test('status shows every process, the lag to each superior and the age of each part', async () => {
  const said = await federation.demand('status');
  for (const region of regions) {
    expect(said).toMatch(new RegExp(`^nats-${region} +running`, 'm'));
    expect(said).toMatch(new RegExp(`^node-${region} +running`, 'm'));
  }
  expect(said).toMatch(/^postgres +running/m);
  expect(said).toMatch(/to 321000: all \d+ receipted/);
  expect(said).toMatch(/from 321084 高邮市总工会: \d+ s old, up to \d+/);
});

test('a node that was killed is seen, is started again by up, and has lost nothing', async () => {
  const before = await rollup('321000');
  await federation.killHard('node-321000');
  const status = await federation.run('status');
  expect(status).toMatchObject({ code: 1, output: expect.stringMatching(/node-321000 +ended/) });
  await federation.demand(...up);
  expect((await rollup('321000')).rows).toEqual(before.rows);
});

test('down stops all of it', async () => {
  await federation.demand('down');
  expect(await federation.demand('status')).toContain('nothing runs');
});
