import { randomBytes } from 'node:crypto';
import { AckPolicy, jetstream, jetstreamManager, type JsMsg } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';

const window = 500;

/**
 * Messages a second through one stream with nothing done to them: published in windows of which every acknowledgement
 * is awaited, pulled at the same time and acknowledged by the window.
 */
export async function publishAndConsume(url: string, texts: readonly string[]): Promise<number> {
  const [publisher, reader] = await Promise.all([
    connect({ servers: url, noAsyncTraces: true }),
    connect({ servers: url, noAsyncTraces: true }),
  ]);
  const manager = await jetstreamManager(reader);
  const name = `raw_${randomBytes(4).toString('hex')}`;
  await manager.streams.add({ name, subjects: [`${name}.>`] });
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
        if (seen % window === 0 || seen === texts.length) message.ack();
        if (seen === texts.length) resolve();
      },
    });
  });
  const js = jetstream(publisher);
  for (let from = 0; from < texts.length; from += window) {
    await Promise.all(
      texts.slice(from, from + window).map((text) => js.publish(`${name}.fact`, text)),
    );
  }
  await all;
  const seconds = (performance.now() - startedAt) / 1000;
  await manager.streams.delete(name);
  await Promise.all([publisher.close(), reader.close()]);
  return texts.length / seconds;
}
