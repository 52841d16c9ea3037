import { eventually } from '@gonglian/testing/eventually.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openScene, upTo, type Scene } from './consumer-scene.ts';

// What the broker or the link takes away from under a reader.

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.stop());

test('a consumer that is deleted under the reader is placed again, behind the position', async () => {
  const consumer = scene.consume();
  for (let round = 0; round < 4; round += 1) {
    await scene.publish(upTo(20, 1 + round * 20));
    await eventually(() => scene.manager.consumers.delete(scene.stream, 'm'), {
      timeoutMs: 25_000,
    });
  }
  await scene.applied(upTo(80));
  expect(consumer.state().position).toBe(80);
});

test('a consumer that is deleted before it is asked for anything is placed again soon', async () => {
  let left = 3;
  const { connection, manager, stream } = scene;
  const publishNow = connection.publish.bind(connection);
  connection.publish = (subject, ...rest) => {
    if (!subject.includes('.CONSUMER.MSG.NEXT.') || left === 0) return publishNow(subject, ...rest);
    left -= 1;
    void manager.consumers.delete(stream, 'm').finally(() => publishNow(subject, ...rest));
  };
  scene.consume();
  await scene.publish(upTo(20));
  await scene.applied(upTo(20));
  expect(left).toBe(0);
});

test('a link that breaks again while the reader asks for its place costs no half minute', async () => {
  const { proxy, far } = await scene.farAway();
  scene.consume({ connection: far });
  await scene.publish(upTo(5));
  await scene.applied(upTo(5));
  const connectedAgain = (async () => {
    for await (const { type } of far.status()) if (type === 'reconnect') return;
  })();
  proxy.cut();
  proxy.mend();
  await connectedAgain;
  proxy.freeze();
  await new Promise((done) => setTimeout(done, 200));
  proxy.cut();
  proxy.mend();
  await scene.publish(upTo(5, 6));
  await eventually(() => expect(scene.ledger.applied).toEqual(upTo(10)), { timeoutMs: 6_000 });
});

test('the link is cut, and frozen and cut, while facts arrive: each is applied once', async () => {
  const { proxy, far } = await scene.farAway();
  scene.consume({ connection: far, maxBatch: 7 });
  for (let round = 0; round < 6; round += 1) {
    if (round % 2 === 1) proxy.freeze();
    await scene.publish(upTo(50, 1 + round * 50));
    proxy.cut();
    await new Promise((done) => setTimeout(done, 30));
    proxy.mend();
  }
  await scene.applied(upTo(300));
  expect(scene.ledger.parked).toEqual([]);
});
