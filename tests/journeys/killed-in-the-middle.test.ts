import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFederation, type Federation } from '../federation.ts';

// kill -9 in the middle of the demo load, then `up` again: nothing lost, nothing doubled. The load itself checks that
// the nation's total is what the plans of all nodes add up to; verify recounts the rest.

let federation: Federation;
beforeEach(() => {
  federation = openFederation(8_300);
});
afterEach(() => federation.remove());

const nodes = ['--nodes', '320000,321000,321084'];

test.each([
  ['a county node', ['node-321084']],
  ['a city node and its broker', ['node-321000', 'nats-321000']],
  ['PostgreSQL', ['postgres']],
  ["the county's broker", ['nats-321084']],
])('kill -9 of %s', async (_what, victims) => {
  const launcher = federation.begin('up', '--detach', '--scale', '0.03', ...nodes);
  await launcher.said('高邮市总工会: 13 townships');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  for (const victim of victims) federation.killHard(victim);
  launcher.kill();
  const up = federation.run('up', '--detach', '--scale', '0.03', ...nodes);
  expect(up.code, up.output).toBe(0);
  expect(up.output).toContain('members recruited');
  const verify = federation.run('verify', ...nodes);
  expect(verify.output).toContain('everything adds up');
  expect(verify.code).toBe(0);
});
