import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findNatsServer, startNats, type Nats } from '@gonglian/embedded/nats-server.ts';
import { freePort } from '@gonglian/embedded/ports.ts';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

/**
 * The limit for four hops: four brokers in a row, each message stored (flushed to the disk), pulled and published on to
 * the next, with nothing else done to it. Milliseconds from the first publish until the last broker delivers.
 */
export async function measureRawHops(messages: number): Promise<number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gl-hops-'));
  const home = path.resolve(import.meta.dirname, '../../.gonglian');
  const program = await findNatsServer({ home, allowOld: true });
  const brokers: Nats[] = [];
  const connections: NatsConnection[] = [];
  for (let n = 0; n < 4; n += 1) {
    const port = await freePort();
    brokers.push(
      await startNats({
        path: program.path,
        port,
        storeDir: path.join(folder, `store-${n}`),
        configFile: path.join(folder, `nats-${n}.conf`),
        syncAlways: true,
      }),
    );
    connections.push(await connect({ servers: `127.0.0.1:${port}` }));
  }
  let arrived: () => void = () => undefined;
  for (const [n, connection] of connections.entries()) {
    const next = connections[n + 1];
    await forward(
      connection,
      next ? (data) => jetstream(next).publish('hop.x', data) : () => arrived(),
    );
  }
  const times: number[] = [];
  const first = connections[0];
  for (let n = 0; n < messages && first; n += 1) {
    const done = new Promise<void>((resolve) => (arrived = resolve));
    const startedAt = performance.now();
    await jetstream(first).publish('hop.x', 'x'.repeat(500));
    await done;
    times.push(performance.now() - startedAt);
  }
  for (const connection of connections) await connection.close();
  for (const broker of brokers) await broker.stop();
  rmSync(folder, { recursive: true, force: true });
  return times;
}

async function forward(
  connection: NatsConnection,
  pass: (data: Uint8Array) => unknown,
): Promise<void> {
  const manager = await jetstreamManager(connection);
  await manager.streams.add({ name: 'hop', subjects: ['hop.>'] });
  await manager.consumers.add('hop', { durable_name: 'hop', ack_policy: AckPolicy.Explicit });
  const consumer = await jetstream(connection).consumers.get('hop', 'hop');
  await consumer.consume({
    callback: (message) => {
      pass(message.data);
      message.ack();
    },
  });
}
