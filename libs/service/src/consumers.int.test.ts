import { placeConsumer, streamAdmin } from '@gonglian/messaging/streams.ts';
import { counterParts, elsewhereAdded, elsewhereParts } from '@gonglian/testing/counter.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startProxy } from '@gonglian/testing/proxy.ts';
import { startTestService, type TestOptions } from '@gonglian/testing/service.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { Client } from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { serve } from './serve.ts';

type Counter = Awaited<ReturnType<typeof startTestService<object, typeof counterParts.definition>>>;
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function start(options: TestOptions = {}, parts = counterParts): Promise<Counter> {
  const service = await startTestService(parts, {}, options);
  stops.push(() => service.stop());
  return service;
}

/** Another process of the same service, on the same database. */
async function startReplica(of: Counter) {
  const replica = await serve(counterParts, of.settings, {}, createLog({}, 'fatal'));
  stops.push(() => replica.stop());
  return replica;
}

const added = (name: string, amount = 1) => ({ type: elsewhereAdded, data: { name, amount } });
const many = (count: number, name = 'n') => Array.from({ length: count }, () => added(name));

async function totals(counter: Counter): Promise<Record<string, number>> {
  const rows = await counter.sql<{ name: string; total: string }>`select name, total from counter`;
  return Object.fromEntries(rows.map((row) => [row.name, Number(row.total)]));
}

async function position(counter: Counter): Promise<number> {
  const [row] = await counter.sql<{ position: string }>`select position from inbox`;
  return Number(row?.position ?? 0);
}

const parked = (counter: Counter) =>
  counter.sql<{ position: string; reason: string; envelope: { data: unknown; type: string } }>`
    select position, reason, envelope from parked order by position`;

test('facts are applied once, in one transaction with the position', async () => {
  const counter = await start();
  await counter.publishFacts('elsewhere', many(700));
  await counter.settled();
  expect(await totals(counter)).toEqual({ n: 700 });
  expect(await position(counter)).toBe(700);
});

test('a crash after the commit and before the acknowledgement: delivered again from the first, applied once', async () => {
  const counter = await start();
  await counter.publishFacts('elsewhere', many(40));
  await counter.settled();
  await Promise.all([...counter.served.consumers.values()].map((consumer) => consumer.stop()));
  const manager = await streamAdmin(counter.served.connection);
  // As the broker remembers it where no acknowledgement arrived.
  await placeConsumer(manager, `gl_${counter.node}_elsewhere`, 'counter', 0, 100);
  await startReplica(counter);
  await counter.publishFacts('elsewhere', many(10));
  await eventually(async () => expect(await position(counter)).toBe(50));
  expect(await totals(counter)).toEqual({ n: 50 });
});

test('a fact that is refused for good is parked whole, and the rest goes on', async () => {
  const counter = await start();
  await counter.publishFacts('elsewhere', [...many(5), added('poison', 9), ...many(5)]);
  await counter.settled();
  expect(await totals(counter)).toEqual({ n: 10 });
  expect(await parked(counter)).toEqual([
    {
      position: '6',
      reason: 'POISON',
      envelope: expect.objectContaining({
        type: 'cn.gonglian.elsewhere.counter.added.v1',
        glseq: 6,
        subject: 'poison',
        data: { name: 'poison', amount: 9 },
      }),
    },
  ]);
});

test('a fact that meets a bug is tried a few times and then parked, and the rest goes on', async () => {
  const counter = await start();
  await counter.publishFacts('elsewhere', [added('n'), added('bug'), added('n')]);
  await counter.settled();
  expect(await totals(counter)).toEqual({ n: 2 });
  expect(await parked(counter)).toMatchObject([{ position: '2', reason: 'UNEXPECTED' }]);
  expect(counter.logged.join()).not.toContain('a bug');
});

test('a fact with an amount that the database refuses is parked under the name of the rule', async () => {
  const counter = await start();
  await counter.sql`alter table counter add constraint small check (total < 100)`;
  await counter.publishFacts('elsewhere', [added('n'), added('n', 500), added('n')]);
  await counter.settled();
  expect(await totals(counter)).toEqual({ n: 2 });
  expect(await parked(counter)).toMatchObject([{ position: '2', reason: 'VALUE_OUT_OF_RANGE' }]);
});

test('while the database is away calls say so and facts wait; nothing is parked, lost or doubled', async () => {
  const proxy = await startProxy(Number(new URL(inject('postgresUrl')).port));
  stops.push(() => proxy.stop());
  const counter = await start({ reach: { postgresPort: proxy.port } });
  await counter.publishFacts('elsewhere', many(20));
  await counter.settled();
  const consumer = counter.served.consumers.get('elsewhere');
  for (let round = 0; round < 3; round += 1) {
    proxy.cut();
    await counter.publishFacts('elsewhere', many(20));
    await eventually(() => expect(consumer?.state().problem).toBe('DATABASE_UNAVAILABLE'));
    await expect(counter.call('add', { name: 'call', amount: 1 })).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'DATABASE_UNAVAILABLE',
    });
    proxy.mend();
    await counter.settled();
  }
  expect(await totals(counter)).toEqual({ n: 80 });
  expect(await parked(counter)).toEqual([]);
  expect(consumer?.state()).toEqual({ position: 80, problem: '' });
  expect(await counter.call('add', { name: 'call', amount: 1 })).toEqual({ total: 1 });
}, 60_000);

test('where another writer has applied the same facts meanwhile, the effect is rolled back', async () => {
  const counter = await start();
  await counter.publishFacts('elsewhere', many(5));
  await counter.settled();
  const { host, port, name, owner } = counter.settings.database;
  const other = new Client({ host, port, database: name, user: owner.user });
  await other.connect();
  stops.push(() => other.end());
  await other.query('begin');
  await other.query('select 1 from counter.inbox for update');
  await counter.publishFacts('elsewhere', many(3));
  await new Promise((done) => setTimeout(done, 200)); // the consumer now waits for the row
  await other.query('update counter.counter set total = total + 3');
  await other.query('update counter.inbox set position = position + 3');
  await other.query('commit');
  await counter.publishFacts('elsewhere', many(2));
  await counter.settled();
  expect(await totals(counter)).toEqual({ n: 10 });
  expect(await parked(counter)).toEqual([]);
});

test('two replicas on one database apply each fact once, also when the first stops in the middle', async () => {
  const counter = await start();
  await startReplica(counter);
  for (let round = 0; round < 10; round += 1) {
    await counter.publishFacts('elsewhere', many(50));
    if (round === 5) await counter.served.consumers.get('elsewhere')?.stop();
  }
  await eventually(async () => expect(await position(counter)).toBe(500));
  expect(await totals(counter)).toEqual({ n: 500 });
});

test('a stream that is wiped is rebuilt by its owner and not applied again by its readers', async () => {
  const owner = await start({}, elsewhereParts);
  const counter = await start({ node: owner.node });
  const add = (amount: number) => owner.call('add', { name: 'n', amount });
  for (let n = 0; n < 20; n += 1) await add(1);
  await owner.settled();
  await counter.settled();
  const manager = await streamAdmin(owner.served.connection);
  await manager.streams.delete(`gl_${owner.node}_elsewhere`);
  await add(100);
  await owner.settled();
  await counter.settled();
  expect(await position(counter)).toBe(21);
  expect(await totals(counter)).toEqual({ n: 120 });
});
