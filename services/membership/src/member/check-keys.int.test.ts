import { openVault } from '@gonglian/kernel/vault.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import { start } from '../start.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await scene.member(await scene.union(), 1);
});
afterAll(() => scene.stop());

const own = testOwn();
const keys = {
  suite: 'std' as const,
  dataKeys: { 1: Buffer.alloc(32, 3) },
  currentKid: 1,
  indexKey: Buffer.alloc(32, 5),
};
const again = (changed: object) =>
  start(
    scene.settings,
    { ...own, vault: openVault({ ...keys, ...changed }) },
    createLog({}, 'fatal'),
  );

test.each([
  ['another data key', { dataKeys: { 1: Buffer.alloc(32, 9) } }],
  ['a data key that is missing', { dataKeys: { 2: Buffer.alloc(32, 3) }, currentKid: 2 }],
  ['another index key', { indexKey: Buffer.alloc(32, 9) }],
])('with %s nothing is served', async (_, changed) => {
  await expect(again(changed)).rejects.toThrow('the key ring is not the one');
});

test('with the same ring, and a key that was added, it is', async () => {
  const served = await again({
    dataKeys: { ...keys.dataKeys, 2: Buffer.alloc(32, 8) },
    currentKid: 2,
  });
  expect(served.address).toMatch(/^127/);
  await served.stop();
});
