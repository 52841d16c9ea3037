import { startBareOutbox, type BareOutbox } from '@gonglian/testing/bare-outbox.ts';
import { startBroker } from '@gonglian/testing/broker.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy } from '@gonglian/testing/proxy.ts';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { Destination, Relay } from './relay.ts';

let outbox: BareOutbox;
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  outbox = await startBareOutbox();
  stops.push(() => outbox.stop());
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const keys = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}${n}`);
const portOf = (url: string) => Number(new URL(url).port);

/** The server process behind the one relay that holds the lock. */
async function backendOf(holder: BareOutbox): Promise<number> {
  const rows = await holder.sql<{ pid: number }>(
    `select pid from pg_locks join pg_database d on d.oid = database
     where locktype = 'advisory' and granted and datname = current_database()`,
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.pid ?? 0;
}

async function problemShown(relay: Relay, words: string | RegExp): Promise<void> {
  await eventually(() => expect(relay.state().problem).toMatch(words));
}

test('transactions that commit in inverse order are all numbered and sent, none is skipped', async () => {
  outbox.relay();
  const early = await outbox.begin();
  await early.write('early-1', 'early-2');
  const late = await outbox.begin();
  await late.write('late-1');
  await late.commit();
  await outbox.delivered();
  expect(await outbox.streamed()).toEqual(['late-1']);
  await early.commit();
  expect(await outbox.delivered()).toEqual(['late-1', 'early-1', 'early-2']);
});

test('a rolled-back transaction leaves no hole', async () => {
  outbox.relay();
  const lost = await outbox.begin();
  await lost.write('lost');
  await outbox.emit('a');
  await lost.rollback();
  await outbox.emit('b');
  expect(await outbox.delivered()).toEqual(['a', 'b']);
});

test('the order of a key is kept under writers that block, interleave and roll back', async () => {
  const relay = outbox.relay({ windowSize: 7 });
  await outbox.sql(`insert into counter.counter values ('k0', 0), ('k1', 0), ('k2', 0)`);
  const writeOne = async (n: number) => {
    const writer = await outbox.begin();
    const key = `k${n % 3}`;
    // As a command does: the row is locked first, the fact is written at the end.
    const version = await writer.bump(key);
    await new Promise((done) => setTimeout(done, (n * 7) % 23));
    await writer.write(`${key}.${version}`);
    if (n % 5 === 0) return writer.rollback();
    relay.wake();
    return writer.commit();
  };
  for (let round = 0; round < 20; round += 1) {
    await Promise.all([0, 1, 2, 3, 4, 5].map((n) => writeOne(round * 6 + n)));
  }
  const seen = await outbox.delivered();
  expect(seen).toHaveLength(96);
  for (const key of ['k0', 'k1', 'k2']) {
    const versions = seen
      .filter((one) => one.startsWith(`${key}.`))
      .map((one) => Number(one.slice(3)));
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  }
});

test('a long open writing transaction does not hold up the facts of others', async () => {
  outbox.relay();
  const open = await outbox.begin();
  await open.write('slow');
  await outbox.emit(...keys('quick-', 40));
  await eventually(async () => expect(await outbox.streamed()).toHaveLength(40));
  await open.commit();
  expect((await outbox.delivered()).at(-1)).toBe('slow');
});

test('of two relays one sends; the other takes over when it is stopped', async () => {
  const first = outbox.relay();
  await outbox.emit('one');
  await outbox.delivered();
  const second = outbox.relay();
  await outbox.emit('two');
  await outbox.delivered();
  await eventually(() => expect(first.state()).toEqual({ sent: 2, head: 2, problem: '' }));
  expect(second.state().sent).toBe(0);
  await first.stop();
  await outbox.emit('three');
  expect(await outbox.delivered()).toEqual(['one', 'two', 'three']);
  await eventually(() => expect(second.state()).toEqual({ sent: 3, head: 3, problem: '' }));
});

test('relays whose sessions are killed again and again lose and double nothing', async () => {
  outbox.relay({ windowSize: 20 });
  outbox.relay({ windowSize: 20 });
  for (let round = 0; round < 6; round += 1) {
    await outbox.emit(...keys(`r${round}-`, 60));
    const pid = await eventually(() => backendOf(outbox));
    await outbox.sql('select pg_terminate_backend($1)', [pid]);
  }
  expect(await outbox.delivered()).toHaveLength(360);
});

test.each([
  ['all of a window', (rows: number) => rows],
  ['a part of a window', (rows: number) => Math.ceil(rows / 2)],
])(
  'a crash after the broker stored %s, before the relay knows: nothing doubled',
  async (_, stored) => {
    let crashes = 3;
    const crashing: Destination = {
      open: (head) => outbox.destination.open(head),
      async publish(rows) {
        if (crashes === 0) return outbox.destination.publish(rows);
        crashes -= 1;
        await outbox.destination.publish(rows.slice(0, stored(rows.length)));
        throw new Error('crashed');
      },
    };
    outbox.relay({ destination: crashing, windowSize: 10 });
    await outbox.emit(...keys('k', 45));
    expect(await outbox.delivered()).toEqual(keys('k', 45));
    expect(crashes).toBe(0);
  },
);

test('a relay that believes itself behind is told where the stream stands, and resumes there', async () => {
  const relay = outbox.relay();
  await outbox.emit(...keys('k', 30));
  await outbox.delivered();
  await relay.stop();
  let windows = 0;
  const forgetful: Destination = {
    open: () => Promise.resolve(0),
    publish(rows) {
      windows += 1;
      return outbox.destination.publish(rows);
    },
  };
  outbox.relay({ destination: forgetful, windowSize: 40, checkMs: 60_000 });
  await outbox.emit(...keys('m', 30));
  expect(await outbox.delivered()).toEqual([...keys('k', 30), ...keys('m', 30)]);
  // Of 1–40 the last ten were stored, so 41–60 is next; going on at 31 would send each window half twice, for ever.
  expect(windows).toBe(2);
});

test.each(['running', 'stopped'])(
  'a stream wiped while the relay is %s is rebuilt with the same ids at the same sequences',
  async (how) => {
    const relay = outbox.relay({ windowSize: 16 });
    await outbox.emit(...keys('k', 50));
    await outbox.delivered();
    const before = await outbox.ids();
    if (how === 'stopped') await relay.stop();
    await outbox.manager.streams.delete(outbox.stream);
    if (how === 'stopped') outbox.relay();
    await eventually(async () => expect(await outbox.ids()).toEqual(before));
    expect(await outbox.delivered()).toEqual(keys('k', 50));
  },
);

test('a stream ahead of its outbox is a fork: it is shown, and nothing is published over it', async () => {
  const relay = outbox.relay();
  await outbox.emit(...keys('k', 5));
  await outbox.delivered();
  await relay.stop();
  // As a database restored from a backup that is two facts old.
  await outbox.sql('delete from counter.outbox where position > 3');
  await outbox.sql('update counter.outbox_head set position = 3');
  const restored = outbox.relay();
  await problemShown(restored, /^fork/);
  await outbox.emit('over');
  await new Promise((done) => setTimeout(done, 500));
  expect(await outbox.streamed()).toEqual(keys('k', 5));
  expect(restored.state()).toMatchObject({ sent: 5, head: 3 });
  // An operator who settles it by giving the stream up sees it rebuilt.
  await outbox.manager.streams.delete(outbox.stream);
  expect(await outbox.delivered()).toEqual([...keys('k', 3), 'over']);
  expect(restored.state().problem).toBe('');
});

test('an outbox that no longer holds what the stream needs says so instead of spinning', async () => {
  const relay = outbox.relay();
  await outbox.emit(...keys('k', 5));
  await outbox.delivered();
  await relay.stop();
  await outbox.sql('delete from counter.outbox where position <= 2');
  await outbox.manager.streams.delete(outbox.stream);
  const rebuilding = outbox.relay();
  await problemShown(rebuilding, /^hole: the outbox goes on at 3 after 0/);
  expect(rebuilding.state().sent).toBe(0);
});

test('the database goes away and comes back', async () => {
  const proxy = await startProxy(outbox.database.port);
  stops.push(() => proxy.stop());
  const url = new URL(outbox.database.url);
  url.port = String(proxy.port);
  const relay = outbox.relay({ connectionString: url.href });
  await outbox.emit('before');
  await outbox.delivered();
  proxy.cut();
  await problemShown(relay, /.+/);
  await outbox.emit('meanwhile');
  proxy.mend();
  expect(await outbox.delivered()).toEqual(['before', 'meanwhile']);
  await eventually(() => expect(relay.state().problem).toBe(''));
});

test('the link to the broker is cut ten times while facts are written', async () => {
  const proxy = await startProxy(portOf(inject('natsUrl')));
  const linked = await startBareOutbox({ relayUrl: `nats://127.0.0.1:${proxy.port}` });
  stops.push(
    () => proxy.stop(),
    () => linked.stop(),
  );
  const relay = linked.relay({ windowSize: 10 });
  for (let round = 0; round < 10; round += 1) {
    await linked.emit(...keys(`r${round}-`, 25));
    relay.wake();
    await new Promise((done) => setTimeout(done, round * 4));
    proxy.cut();
    await new Promise((done) => setTimeout(done, 20));
    proxy.mend();
  }
  expect(await linked.delivered()).toHaveLength(250);
});

test('what was asked when the link broke is not waited for until its own time limit', async () => {
  const proxy = await startProxy(portOf(inject('natsUrl')));
  const linked = await startBareOutbox({ relayUrl: `nats://127.0.0.1:${proxy.port}` });
  stops.push(
    () => proxy.stop(),
    () => linked.stop(),
  );
  linked.relay();
  await linked.emit('before');
  await linked.delivered();
  proxy.freeze();
  await linked.emit('on its way');
  await new Promise((done) => setTimeout(done, 300));
  proxy.cut();
  proxy.mend();
  // The time limit of a publish is ten seconds; connecting again takes about a third of one.
  expect(await linked.delivered(5_000)).toEqual(['before', 'on its way']);
});

test.each(['with what its disk holds', 'with an empty disk'])(
  'the broker is killed and starts again %s',
  async (how) => {
    const broker = await startBroker();
    const own = await startBareOutbox({ natsUrl: broker.url });
    stops.push(
      () => broker.stop(),
      () => own.stop(),
    );
    const relay = own.relay({ windowSize: 10 });
    await own.emit(...keys('a', 200));
    await eventually(() => expect(relay.state().sent).toBeGreaterThan(20), { everyMs: 1 });
    await broker.kill();
    await own.emit(...keys('b', 20));
    await problemShown(relay, /.+/);
    await broker.start({ empty: how === 'with an empty disk' });
    expect(await own.delivered()).toEqual([...keys('a', 200), ...keys('b', 20)]);
    await eventually(() => expect(relay.state()).toEqual({ sent: 220, head: 220, problem: '' }));
  },
);
