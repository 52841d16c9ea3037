// A stream of its own for each test of the consumer, and what a database would hold of it.
import { randomBytes } from 'node:crypto';
import type { Envelope } from '@gonglian/contracts/envelope.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy } from '@gonglian/testing/proxy.ts';
import { expect, inject } from 'vitest';
import { connectBroker, type NatsConnection } from './connection.ts';
import { startConsumer, type Consumer, type ConsumerOptions } from './consumer.ts';
import { publishWindow } from './publish.ts';
import { ensureStream, factStream, streamAdmin } from './streams.ts';

/** What a database would hold: the position, and what was done under it. */
export interface Ledger {
  position: number;
  applied: number[];
  parked: [number, string][];
}

export const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, n) => from + n);

export type Scene = Awaited<ReturnType<typeof openScene>>;

export async function openScene() {
  const connection = await connectBroker({ url: inject('natsUrl') }, { name: 'consumer test' });
  const manager = await streamAdmin(connection);
  const declared = factStream(`t${randomBytes(4).toString('hex')}`, 'm');
  const stream = declared.name;
  await ensureStream(connection, declared);
  const ledger: Ledger = { position: 0, applied: [], parked: [] };
  const stops: (() => Promise<unknown>)[] = [() => connection.close()];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  const wipe = async () => {
    await manager.streams.delete(stream);
    await ensureStream(connection, declared);
  };
  const scene = { connection, manager, stream, ledger, stop, wipe };
  return {
    ...scene,
    publish: (sequences: number[], text?: string) => publish(connection, stream, sequences, text),
    consume(changes: Partial<ConsumerOptions> = {}): Consumer {
      const consumer = startConsumer({ ...options(connection, stream, ledger), ...changes });
      stops.push(() => consumer.stop());
      return consumer;
    },
    farAway: () => farAway(stops),
    applied: (sequences: number[]) =>
      eventually(() => expect(ledger.applied).toEqual(sequences), { timeoutMs: 15_000 }),
  };
}

function options(connection: NatsConnection, stream: string, ledger: Ledger): ConsumerOptions {
  return {
    connection,
    stream,
    durable: 'm',
    position: () => Promise.resolve(ledger.position),
    async apply(facts, from) {
      move(ledger, from, facts.length);
      ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
    async park(fact, from, reason) {
      move(ledger, from, 1);
      ledger.parked.push([fact.glseq, reason]);
    },
    log: { warn: () => undefined, error: () => undefined },
  };
}

export function move(ledger: Ledger, from: number, count: number): void {
  if (from !== ledger.position) throw new Error('the position has moved');
  ledger.position += count;
}

async function publish(
  connection: NatsConnection,
  stream: string,
  sequences: number[],
  text?: string,
): Promise<void> {
  const subject = `${stream.replaceAll('_', '.')}.fact`;
  const window = sequences.map((sequence) => {
    const fact: Partial<Envelope> = { type: 'fact', glseq: sequence };
    return { subject, sequence, text: text ?? JSON.stringify(fact) };
  });
  expect(await publishWindow(connection, window)).toBeUndefined();
}

async function farAway(stops: (() => Promise<unknown>)[]) {
  const proxy = await startProxy(Number(new URL(inject('natsUrl')).port));
  stops.push(() => proxy.stop());
  const far = await connectBroker({ url: `nats://127.0.0.1:${proxy.port}` }, { name: 'far' });
  stops.push(() => far.close());
  return { proxy, far };
}
