import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, openFederation } from '../federation.ts';

// A newcomer's first hour: six nodes, a small year of work, numbers from township to nation.

const federation = openFederation(8_000);
const regions = ['000000', '320000', '321000', '321084', '320600', '320612'] as const;

beforeAll(() => {
  const up = federation.run('up', '--detach', '--scale', '0.02');
  expect(up.output).toContain('6 nodes are up');
  expect(up.code, up.output).toBe(0);
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
    const answer = await fetch(`${federation.origin('321084')}/api/v1${path}`);
    expect(answer.status, path).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
});

test('a second up is quick, starts nothing and changes no number', async () => {
  const before = total(await rollup('000000'), 'members_total').subtree;
  const again = federation.run('up', '--detach', '--scale', '0.02');
  expect(again.code, again.output).toBe(0);
  expect(total(await rollup('000000'), 'members_total').subtree).toBe(before);
});

test('verify recounts everything and finds no difference', () => {
  const verify = federation.run('verify');
  expect(verify.output).toContain('everything adds up');
  expect(verify.code, verify.output).toBe(0);
});

test('status shows every process, and the age of each child', () => {
  const status = federation.run('status');
  for (const name of [
    'postgres',
    ...regions.flatMap((region) => [`nats-${region}`, `node-${region}`]),
  ]) {
    expect(status.output).toContain(name);
  }
  expect(status.code, status.output).toBe(0);
});

test('one node killed is started again by up, and has lost nothing', async () => {
  const before = total(await rollup('321000'), 'members_total');
  federation.killHard('node-321000');
  expect(federation.run('status').code).toBe(1);
  const up = federation.run('up', '--detach', '--scale', '0.02');
  expect(up.code, up.output).toBe(0);
  expect(total(await rollup('321000'), 'members_total')).toEqual(before);
});

test('down stops all of it', () => {
  const down = federation.run('down');
  expect(down.code, down.output).toBe(0);
  expect(federation.run('status').output).toContain('nothing runs');
});
