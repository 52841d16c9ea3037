import { randomBytes } from 'node:crypto';
import type { Envelope } from '@gonglian/contracts/envelope.ts';
import { notFound, refused, unavailable } from '@gonglian/kernel/refusal.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy } from '@gonglian/testing/proxy.ts';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { connectBroker, type NatsConnection } from './connection.ts';
import { startConsumer, type Consumer, type ConsumerOptions } from './consumer.ts';
import { publishWindow } from './publish.ts';
import { ensureStream, factStream, streamAdmin, type JetStreamManager } from './streams.ts';

// What is proved here is the order and the count of what is applied; that an effect and its position are one
// transaction is proved with PostgreSQL in libs/service.

let connection: NatsConnection;
let manager: JetStreamManager;
let stream: string;
let ledger: Ledger;
const stops: (() => Promise<unknown>)[] = [];

/** What a database would hold: the position, and what was done under it. */
interface Ledger {
  position: number;
  applied: number[];
  parked: [number, string][];
}

beforeEach(async () => {
  connection = await connectBroker({ url: inject('natsUrl') }, { name: 'consumer test' });
  manager = await streamAdmin(connection);
  const declared = factStream(`t${randomBytes(4).toString('hex')}`, 'm');
  stream = declared.name;
  await ensureStream(connection, declared);
  ledger = { position: 0, applied: [], parked: [] };
  stops.push(() => connection.close());
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const upTo = (count: number, from = 1) => Array.from({ length: count }, (_, n) => from + n);

async function publish(sequences: number[], text?: string): Promise<void> {
  const subject = `${stream.replaceAll('_', '.')}.fact`;
  const window = sequences.map((sequence) => {
    const fact: Partial<Envelope> = { type: 'fact', glseq: sequence };
    return { subject, sequence, text: text ?? JSON.stringify(fact) };
  });
  expect(await publishWindow(connection, window)).toBeUndefined();
}

async function farAway() {
  const proxy = await startProxy(Number(new URL(inject('natsUrl')).port));
  stops.push(() => proxy.stop());
  const far = await connectBroker({ url: `nats://127.0.0.1:${proxy.port}` }, { name: 'far' });
  stops.push(() => far.close());
  return { proxy, far };
}

async function wipe(): Promise<void> {
  await manager.streams.delete(stream);
  const [, node = '', service = ''] = stream.split('_');
  await ensureStream(connection, factStream(node, service));
}

function consume(changes: Partial<ConsumerOptions> = {}): Consumer {
  const consumer = startConsumer({
    connection,
    stream,
    durable: 'm',
    position: () => Promise.resolve(ledger.position),
    async apply(facts, from) {
      move(from, facts.length);
      ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
    async park(fact, from, reason) {
      move(from, 1);
      ledger.parked.push([fact.glseq, reason]);
    },
    log: { warn: () => undefined, error: () => undefined },
    ...changes,
  });
  stops.push(() => consumer.stop());
  return consumer;
}

function move(from: number, count: number): void {
  if (from !== ledger.position) throw new Error('the position has moved');
  ledger.position += count;
}

const applied = (sequences: number[]) =>
  eventually(() => expect(ledger.applied).toEqual(sequences), { timeoutMs: 15_000 });

test('a stream is applied in order, in batches', async () => {
  const sizes: number[] = [];
  await publish(upTo(300));
  consume({
    maxBatch: 50,
    async apply(facts, from) {
      sizes.push(facts.length);
      move(from, facts.length);
      ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  await applied(upTo(300));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
  expect(sizes.length).toBeLessThan(150);
});

test('what the broker delivers again while it is still queued is applied once', async () => {
  const consumer = consume({
    async apply(facts, from) {
      if (from === 0) await new Promise((done) => setTimeout(done, 2_500));
      move(from, facts.length);
      ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  await eventually(() => manager.consumers.info(stream, 'm'));
  await manager.consumers.update(stream, 'm', { ack_wait: 1e9 });
  await publish([1]);
  await eventually(async () => {
    expect((await manager.consumers.info(stream, 'm')).num_ack_pending).toBe(1);
  });
  await publish(upTo(29, 2)); // these wait behind the first, are delivered again, and end up in one batch twice
  await applied(upTo(30));
  const { num_redelivered: redelivered, delivered } = await manager.consumers.info(stream, 'm');
  expect(redelivered + delivered.consumer_seq).toBeGreaterThan(30); // or nothing was proved
  expect(consumer.state()).toEqual({ position: 30, problem: '' });
});

test('a consumer that is deleted under the reader is placed again, behind the position', async () => {
  const consumer = consume();
  for (let round = 0; round < 4; round += 1) {
    await publish(upTo(20, 1 + round * 20));
    await eventually(() => manager.consumers.delete(stream, 'm'), { timeoutMs: 25_000 });
  }
  await applied(upTo(80));
  expect(consumer.state().position).toBe(80);
});

test('a consumer that is deleted before it is asked for anything is placed again soon', async () => {
  let left = 3;
  const publishNow = connection.publish.bind(connection);
  connection.publish = (subject, ...rest) => {
    if (!subject.includes('.CONSUMER.MSG.NEXT.') || left === 0) return publishNow(subject, ...rest);
    left -= 1;
    void manager.consumers.delete(stream, 'm').finally(() => publishNow(subject, ...rest));
  };
  consume();
  await publish(upTo(20));
  await applied(upTo(20));
  expect(left).toBe(0);
});

test('a hole inside a batch stops the reader before it; nothing behind it is applied', async () => {
  await publish(upTo(10));
  await manager.streams.deleteMessage(stream, 6);
  const consumer = consume();
  await eventually(() => expect(consumer.state().problem).toMatch('gap: the stream goes on at 7'));
  await new Promise((done) => setTimeout(done, 800));
  expect(ledger).toEqual({ position: 5, applied: upTo(5), parked: [] });
  expect(consumer.state()).toEqual({
    position: 5,
    problem: 'gap: the stream goes on at 7, 6 is missing',
  });
});

test.each([
  ['in part', 4],
  ['whole', 11],
])('a stream trimmed %s raises an alarm that lasts, and is left alone', async (_, first) => {
  await publish(upTo(10));
  await manager.streams.purge(stream, { seq: first });
  let asked = 0;
  const consumer = consume({
    position() {
      asked += 1;
      return Promise.resolve(ledger.position);
    },
  });
  const problem = `gap: the stream goes on at ${first}, 1 is missing`;
  await eventually(() => expect(consumer.state().problem).toBe(problem));
  for (let n = 0; n < 60; n += 1) {
    await new Promise((done) => setTimeout(done, 25));
    expect(consumer.state().problem).toBe(problem);
  }
  expect(ledger.applied).toEqual([]);
  expect(asked).toBeLessThan(8);
});

test('a trimmed stream that is rebuilt goes on where the position is', async () => {
  ledger.position = 2;
  await publish(upTo(10));
  await manager.streams.purge(stream, { seq: 6 });
  const consumer = consume();
  await eventually(() => expect(consumer.state().problem).toMatch(/^gap/));
  await wipe();
  await publish(upTo(12));
  await applied(upTo(10, 3));
  expect(consumer.state()).toEqual({ position: 12, problem: '' });
});

test.each([
  ['not JSON', '{"type":'],
  ['JSON that is no envelope', '["type"]'],
])('a message that is %s is parked and the rest goes on', async (_, text) => {
  await publish(upTo(3));
  await publish([4], text);
  await publish(upTo(3, 5));
  consume();
  await applied([1, 2, 3, 5, 6, 7]);
  expect(ledger.parked).toEqual([[4, 'MALFORMED']]);
});

/** Applies all but the fact at `bad`, which meets `failure` each time. */
function failingAt(bad: number, failure: () => Error, tries: number[]) {
  return async (facts: Envelope[], from: number) => {
    if (facts.length === 1 && facts[0]?.glseq === bad) tries.push(bad);
    if (facts.some((fact) => fact.glseq === bad)) throw failure();
    move(from, facts.length);
    ledger.applied.push(...facts.map((fact) => fact.glseq));
  };
}

test.each([
  ['a rule that says no is parked at once', () => refused('NO'), 'NO', 1],
  ['what is not there yet is tried a few times', () => notFound('NOT_YET'), 'NOT_YET', 5],
  ['a bug is tried a few times', () => new Error('bug'), 'UNEXPECTED', 5],
])('%s, and the rest goes on', async (_, failure, reason, attempts) => {
  const tries: number[] = [];
  await publish(upTo(5));
  const consumer = consume({ apply: failingAt(3, failure, tries) });
  await applied([1, 2, 4, 5]);
  expect(ledger.parked).toEqual([[3, reason]]);
  expect(tries).toHaveLength(attempts);
  expect(consumer.state()).toEqual({ position: 5, problem: '' });
});

test('what needs something that is away waits, however often it fails, and is never parked', async () => {
  let failures = 0;
  await publish(upTo(5));
  const consumer = consume({
    async apply(facts, from) {
      failures += 1;
      if (failures === 1) throw new Error('the batch failed, for whatever reason');
      if (failures <= 7) throw unavailable('DATABASE_UNAVAILABLE');
      move(from, facts.length);
      ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  await eventually(() => expect(consumer.state().problem).toBe('DATABASE_UNAVAILABLE'));
  await eventually(() => expect(ledger.applied).toEqual(upTo(5)), { timeoutMs: 28_000 });
  expect(ledger.parked).toEqual([]);
});

test('a second replica stands by, and takes over when the first stops', async () => {
  const by: string[] = [];
  const named = (name: string): Partial<ConsumerOptions> => ({
    async apply(facts, from) {
      move(from, facts.length);
      by.push(...facts.map(() => name));
      ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  const first = consume(named('first'));
  await publish(upTo(5));
  await applied(upTo(5));
  const second = consume(named('second'));
  for (const next of upTo(20, 6)) {
    await publish([next]);
    await new Promise((done) => setTimeout(done, 60));
  }
  await applied(upTo(25));
  expect(new Set(by)).toEqual(new Set(['first']));
  await first.stop();
  await publish(upTo(5, 26));
  await applied(upTo(30));
  expect(by.slice(25)).toEqual(upTo(5).map(() => 'second'));
  expect(second.state()).toEqual({ position: 30, problem: '' });
});

test('a link that breaks again while the reader asks for its place costs no half minute', async () => {
  const { proxy, far } = await farAway();
  consume({ connection: far });
  await publish(upTo(5));
  await applied(upTo(5));
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
  await publish(upTo(5, 6));
  await eventually(() => expect(ledger.applied).toEqual(upTo(10)), { timeoutMs: 6_000 });
});

test('the link is cut, and frozen and cut, while facts arrive: each is applied once', async () => {
  const { proxy, far } = await farAway();
  consume({ connection: far, maxBatch: 7 });
  for (let round = 0; round < 6; round += 1) {
    if (round % 2 === 1) proxy.freeze();
    await publish(upTo(50, 1 + round * 50));
    proxy.cut();
    await new Promise((done) => setTimeout(done, 30));
    proxy.mend();
  }
  await applied(upTo(300));
  expect(ledger.parked).toEqual([]);
});
