import { test } from 'vitest';
import { syntheticPerson } from './fixtures.ts';
import { startScene } from './scene.ts';
import { applyToJoin } from './join/apply-to-join.ts';
import { openTx } from '@gonglian/service/handler.ts';
import { transact } from '@gonglian/service/database.ts';
test('x', async () => {
  const scene = await startScene();
  const unionId = await scene.union();
  const ask = applyToJoin.parse({ unionId, person: syntheticPerson(1), channel: 'ONLINE', appliedOn: '2026-03-01', joinToken: '' }) as never;
  await transact(scene.served.running.orm, async (em) => {
    const { tx } = openTx(scene.served.running, em, { id: 'x', duty: 'clerk', scope: '', node: 'x' }, new Date());
    console.log(await applyToJoin.run(tx, ask, undefined as never));
  });
  await scene.stop();
});
