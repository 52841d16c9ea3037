import { existsSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openFederation } from '../federation.ts';
import { plannedFigures, shownFigures } from './figures.ts';

// kill -9 in the middle of the demo load, then `up` again, which goes on where it was: nothing lost, nothing doubled.
// One load is cut off again and again, so that later faults meet what earlier ones have left.

const scale = 0.05;
const regions = ['320000', '321000', '321084'];
const up = ['up', '--detach', '--scale', String(scale), '--nodes', regions.join(',')];
const federation = await openFederation();
afterAll(() => federation.remove());

const everything = regions.flatMap((region) => [`node-${region}`, `nats-${region}`]);

test.each([
  ['a county node', /高邮市总工会: 13 townships/, ['node-321084']],
  [
    'a city node and its broker',
    /高邮市总工会: \d+ unions founded/,
    ['node-321000', 'nats-321000'],
  ],
  ['PostgreSQL', /高邮市总工会: \d+ re-elections/, ['postgres']],
  ["the county's broker", /高邮市总工会: \d+ re-elections/, ['nats-321084']],
  ['everything at once', /高邮市总工会: \d+ re-elections/, [...everything, 'postgres']],
  ['a county node among its receipts', /高邮市总工会: \d+ audits held/, ['node-321084']],
])('kill -9 of %s', async (_what, moment, victims) => {
  const launcher = federation.begin(...up);
  try {
    await launcher.said(moment);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await Promise.all(victims.map((victim) => federation.killHard(victim)));
    expect(existsSync(`${federation.home}/nodes/321084/demo-loaded`)).toBe(false);
  } finally {
    launcher.kill();
  }
});

test('up again finishes the load: every figure is what the plan adds up to', async () => {
  expect(await federation.demand(...up)).toMatch(/江苏省总工会 shows \d+ members recruited/);
  for (const region of regions) {
    // What a county loads stands in its townships; the others' unions stand directly below them.
    const scope = region === '321084' ? 'subtree' : 'own';
    const shown = await shownFigures(federation.origin(region), region, scope);
    expect({ region, ...shown }).toEqual({ region, ...plannedFigures(region, scale) });
  }
});

test('the superiors show the sum, once', async () => {
  const sum = (names: string[]) => {
    const [first = {}, ...rest] = names.map((region) => plannedFigures(region, scale));
    return Object.fromEntries(
      Object.keys(first).map((name) => [
        name,
        rest.reduce((total, plan) => total + (plan[name] ?? 0), first[name] ?? 0),
      ]),
    );
  };
  const province = await shownFigures(federation.origin('320000'), '320000', 'subtree');
  expect(province).toEqual(sum(regions));
});

test('verify is clean', async () => {
  expect(await federation.demand('verify', '--nodes', regions.join(','))).toContain(
    'everything adds up',
  );
});
