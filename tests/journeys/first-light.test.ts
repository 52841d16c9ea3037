import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, send } from '../api.ts';
import { openFederation } from '../federation.ts';

// A newcomer's first hour: six nodes, a small year of work, numbers from township to nation.

const federation = openFederation(8_000);
const regions = ['000000', '320000', '321000', '321084', '320600', '320612'] as const;

beforeAll(async () => {
  expect(await federation.demand('up', '--detach', '--scale', '0.02')).toContain('6 nodes are up');
});
afterAll(() => federation.remove());

interface Rollup {
  union: { unionId: string; name: string };
  rows: { indicator: string; dims: string; own: string; subtree: string; partValues: string[] }[];
  parts: { union: { unionId: string }; stale: boolean }[];
}

async function rollup(region: string): Promise<Rollup> {
  const api = await openApi(federation.origin(region), 'auditor');
  return api.get<Rollup>(`/rollup?union_id=${nodeRootUnionId(region)}&period=2020`);
}

const total = (page: Rollup, indicator: string) => {
  const row = page.rows.find((one) => one.indicator === indicator && one.dims === '');
  if (!row) throw new Error(`no ${indicator} in ${page.union.name}`);
  return row;
};

test.each(['members_recruited', 'members_total', 'unions_total', 'union_reelections_completed'])(
  '%s: every sum is its own level and its parts, from county to nation',
  async (indicator) => {
    for (const region of regions) {
      const row = total(await rollup(region), indicator);
      const parts = row.partValues.reduce((sum, value) => sum + Number(value), 0);
      expect(Number(row.own) + parts, region).toBe(Number(row.subtree));
      expect(Number(row.subtree), region).toBeGreaterThan(0);
    }
  },
);

test('a superior holds exactly what its subordinate says', async () => {
  const county = total(await rollup('321084'), 'members_total');
  const city = await rollup('321000');
  const at = city.parts.findIndex((part) => part.union.unionId === nodeRootUnionId('321084'));
  expect(total(city, 'members_total').partValues[at]).toBe(county.subtree);
  expect(city.parts[at]?.stale).toBe(false);
});

test('nothing is shown to a caller who has not logged in', async () => {
  for (const path of ['/rollup', '/unions', '/members', '/links', '/node']) {
    const answer = await send(federation.origin('321084'), 'GET', path);
    expect(answer.status, path).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
});

test('a second up is quick, starts nothing and changes no number', async () => {
  const before = total(await rollup('000000'), 'members_total').subtree;
  const pids = regions.map((region) => federation.record(`node-${region}`).pid);
  await federation.demand('up', '--detach', '--scale', '0.02');
  expect(regions.map((region) => federation.record(`node-${region}`).pid)).toEqual(pids);
  expect(total(await rollup('000000'), 'members_total').subtree).toBe(before);
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
  await federation.demand('up', '--detach', '--scale', '0.02');
  expect((await rollup('321000')).rows).toEqual(before.rows);
});

test('down stops all of it', async () => {
  await federation.demand('down');
  expect(await federation.demand('status')).toContain('nothing runs');
});
