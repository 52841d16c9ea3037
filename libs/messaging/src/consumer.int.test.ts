import type { Envelope } from '@gonglian/contracts/envelope.ts';
import { notFound, refused, unavailable } from '@gonglian/kernel/refusal.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { move, openScene, upTo, type Scene } from './consumer-scene.ts';
import type { ConsumerOptions } from './consumer.ts';

// What is proved here is the order and the count of what is applied; that an effect and its position are one
// transaction is proved with PostgreSQL in libs/service.

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.stop());

test('a stream is applied in order, in batches', async () => {
  const sizes: number[] = [];
  await scene.publish(upTo(300));
  scene.consume({
    maxBatch: 50,
    async apply(facts, from) {
      sizes.push(facts.length);
      move(scene.ledger, from, facts.length);
      scene.ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  await scene.applied(upTo(300));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
  expect(sizes.length).toBeLessThan(150);
});

test('what the broker delivers again while it is still queued is applied once', async () => {
  const consumer = scene.consume({
    async apply(facts, from) {
      if (from === 0) await new Promise((done) => setTimeout(done, 2_500));
      move(scene.ledger, from, facts.length);
      scene.ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  await eventually(() => scene.manager.consumers.info(scene.stream, 'm'));
  await scene.manager.consumers.update(scene.stream, 'm', { ack_wait: 1e9 });
  await scene.publish([1]);
  await eventually(async () => {
    expect((await scene.manager.consumers.info(scene.stream, 'm')).num_ack_pending).toBe(1);
  });
  await scene.publish(upTo(29, 2)); // these wait behind the first, are delivered again, and end up in one batch twice
  await scene.applied(upTo(30));
  const { num_redelivered: redelivered, delivered } = await scene.manager.consumers.info(
    scene.stream,
    'm',
  );
  expect(redelivered + delivered.consumer_seq).toBeGreaterThan(30); // or nothing was proved
  expect(consumer.state()).toEqual({ position: 30, problem: '' });
});

test('a hole inside a batch stops the reader before it; nothing behind it is applied', async () => {
  await scene.publish(upTo(10));
  await scene.manager.streams.deleteMessage(scene.stream, 6);
  const consumer = scene.consume();
  await eventually(() => expect(consumer.state().problem).toMatch('gap: the stream goes on at 7'));
  await new Promise((done) => setTimeout(done, 800));
  expect(scene.ledger).toEqual({ position: 5, applied: upTo(5), parked: [] });
  expect(consumer.state()).toEqual({
    position: 5,
    problem: 'gap: the stream goes on at 7, 6 is missing',
  });
});

test.each([
  ['in part', 4],
  ['whole', 11],
])('a stream trimmed %s raises an alarm that lasts, and is left alone', async (_, first) => {
  await scene.publish(upTo(10));
  await scene.manager.streams.purge(scene.stream, { seq: first });
  let asked = 0;
  const consumer = scene.consume({
    position() {
      asked += 1;
      return Promise.resolve(scene.ledger.position);
    },
  });
  const problem = `gap: the stream goes on at ${first}, 1 is missing`;
  await eventually(() => expect(consumer.state().problem).toBe(problem));
  for (let n = 0; n < 60; n += 1) {
    await new Promise((done) => setTimeout(done, 25));
    expect(consumer.state().problem).toBe(problem);
  }
  expect(scene.ledger.applied).toEqual([]);
  expect(asked).toBeLessThan(8);
});

test('a trimmed stream that is rebuilt goes on where the position is', async () => {
  scene.ledger.position = 2;
  await scene.publish(upTo(10));
  await scene.manager.streams.purge(scene.stream, { seq: 6 });
  const consumer = scene.consume();
  await eventually(() => expect(consumer.state().problem).toMatch(/^gap/));
  await scene.wipe();
  await scene.publish(upTo(12));
  await scene.applied(upTo(10, 3));
  expect(consumer.state()).toEqual({ position: 12, problem: '' });
});

test.each([
  ['not JSON', '{"type":'],
  ['JSON that is no envelope', '["type"]'],
])('a message that is %s is parked and the rest goes on', async (_, text) => {
  await scene.publish(upTo(3));
  await scene.publish([4], text);
  await scene.publish(upTo(3, 5));
  scene.consume();
  await scene.applied([1, 2, 3, 5, 6, 7]);
  expect(scene.ledger.parked).toEqual([[4, 'MALFORMED']]);
});

/** Applies all but the fact at `bad`, which meets `failure` each time. */
function failingAt(bad: number, failure: () => Error, tries: number[]) {
  return async (facts: Envelope[], from: number) => {
    if (facts.length === 1 && facts[0]?.glseq === bad) tries.push(bad);
    if (facts.some((fact) => fact.glseq === bad)) throw failure();
    move(scene.ledger, from, facts.length);
    scene.ledger.applied.push(...facts.map((fact) => fact.glseq));
  };
}

test.each([
  ['a rule that says no is parked at once', () => refused('NO'), 'NO', 1],
  ['what is not there yet is tried a few times', () => notFound('NOT_YET'), 'NOT_YET', 5],
  ['a bug is tried a few times', () => new Error('bug'), 'UNEXPECTED', 5],
])('%s, and the rest goes on', async (_, failure, reason, attempts) => {
  const tries: number[] = [];
  await scene.publish(upTo(5));
  const consumer = scene.consume({ apply: failingAt(3, failure, tries) });
  await scene.applied([1, 2, 4, 5]);
  expect(scene.ledger.parked).toEqual([[3, reason]]);
  expect(tries).toHaveLength(attempts);
  expect(consumer.state()).toEqual({ position: 5, problem: '' });
});

test('what needs something that is away waits, however often it fails, and is never parked', async () => {
  let failures = 0;
  await scene.publish(upTo(5));
  const consumer = scene.consume({
    async apply(facts, from) {
      failures += 1;
      if (failures === 1) throw new Error('the batch failed, for whatever reason');
      if (failures <= 7) throw unavailable('DATABASE_UNAVAILABLE');
      move(scene.ledger, from, facts.length);
      scene.ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  await eventually(() => expect(consumer.state().problem).toBe('DATABASE_UNAVAILABLE'));
  await eventually(() => expect(scene.ledger.applied).toEqual(upTo(5)), { timeoutMs: 28_000 });
  expect(scene.ledger.parked).toEqual([]);
});

test('a second replica stands by, and takes over when the first stops', async () => {
  const by: string[] = [];
  const named = (name: string): Partial<ConsumerOptions> => ({
    async apply(facts, from) {
      move(scene.ledger, from, facts.length);
      by.push(...facts.map(() => name));
      scene.ledger.applied.push(...facts.map((fact) => fact.glseq));
    },
  });
  const first = scene.consume(named('first'));
  await scene.publish(upTo(5));
  await scene.applied(upTo(5));
  const second = scene.consume(named('second'));
  for (const next of upTo(20, 6)) {
    await scene.publish([next]);
    await new Promise((done) => setTimeout(done, 60));
  }
  await scene.applied(upTo(25));
  expect(new Set(by)).toEqual(new Set(['first']));
  await first.stop();
  await scene.publish(upTo(5, 26));
  await scene.applied(upTo(30));
  expect(by.slice(25)).toEqual(upTo(5).map(() => 'second'));
  expect(second.state()).toEqual({ position: 30, problem: '' });
});
