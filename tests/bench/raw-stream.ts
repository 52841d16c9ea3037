import { randomBytes } from 'node:crypto';
import {
  AckPolicy,
  jetstream,
  jetstreamManager,
  type JetStreamClient,
  type JsMsg,
} from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

const window = 1000;

/** How a window is stored: each message with its own flush and acknowledgement, or all with one. */
export type Way = 'one by one' | 'in batches';

/**
 * Messages a second through one stream with nothing done to them: published by the window, the next when all of the
 * last is acknowledged; pulled at the same time and acknowledged by the window.
 */
export async function publishAndConsume(
  url: string,
  texts: readonly string[],
  way: Way,
): Promise<number> {
  const [publisher, reader] = await Promise.all([
    connect({ servers: url, noAsyncTraces: true }),
    connect({ servers: url, noAsyncTraces: true }),
  ]);
  const manager = await jetstreamManager(reader);
  const name = `raw_${randomBytes(4).toString('hex')}`;
  await manager.streams.add({ name, subjects: [`${name}.>`], allow_atomic: true });
  await manager.consumers.add(name, {
    durable_name: 'raw',
    ack_policy: AckPolicy.All,
    max_ack_pending: window * 4,
  });
  const consumer = await jetstream(reader).consumers.get(name, 'raw');
  const startedAt = performance.now();
  const all = new Promise<void>((resolve) => {
    let seen = 0;
    void consumer.consume({
      max_messages: window * 2,
      callback: (message: JsMsg) => {
        seen += 1;
        if (seen % 500 === 0 || seen === texts.length) message.ack();
        if (seen === texts.length) resolve();
      },
    });
  });
  const js = jetstream(publisher);
  for (let from = 0; from < texts.length; from += window) {
    const some = texts.slice(from, from + window);
    if (way === 'in batches') await publishBatch(js, `${name}.fact`, some);
    else await Promise.all(some.map((text) => js.publish(`${name}.fact`, text)));
  }
  await all;
  const seconds = (performance.now() - startedAt) / 1000;
  await manager.streams.delete(name);
  await Promise.all([publisher.close(), reader.close()]);
  return texts.length / seconds;
}

async function publishBatch(js: JetStreamClient, subject: string, texts: string[]): Promise<void> {
  const batch = await js.startBatch(subject, texts[0]);
  for (const text of texts.slice(1, -1)) batch.add(subject, text);
  await batch.commit(subject, texts.at(-1), { timeout: 10_000 });
}
