import { afterEach, expect, inject, test } from 'vitest';
import { counterParts, elsewhereAdded } from './counter.ts';
import { createDatabase } from './database.ts';
import { startTestService } from './service.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function start() {
  const service = await startTestService(counterParts, {});
  stops.push(() => service.stop());
  return service;
}

test('a database of its own is copied from the template of its schema', async () => {
  const { name: schema, migrations } = counterParts;
  const times: number[] = [];
  const names = new Set<string>();
  for (let n = 0; n < 4; n += 1) {
    const began = performance.now();
    names.add((await createDatabase(inject('postgresUrl'), schema, migrations)).name);
    times.push(Math.round(performance.now() - began));
  }
  // Printed, not asserted: it says more about the machine than about the code.
  console.log(`a test database took ${times.join(', ')} ms; the first may have made the template`);
  expect(names.size).toBe(4);
});

test('two services see neither the facts nor the rows of each other', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  await one.call('add', { name: 'x', amount: 3 });
  await one.publishFacts('elsewhere', [
    { type: elsewhereAdded, data: { name: 'only-one', amount: 1 } },
  ]);
  await two.publishFacts('elsewhere', [
    { type: elsewhereAdded, data: { name: 'only-two', amount: 1 } },
  ]);
  await Promise.all([one.settled(), two.settled()]);
  const names = async (service: typeof one) =>
    (await service.sql<{ name: string }>`select name from counter order by name`).map(
      (row) => row.name,
    );
  expect(await names(one)).toEqual(['only-one', 'x']);
  expect(await names(two)).toEqual(['only-two']);
  expect(await two.outbox()).toEqual([]);
  expect(one.node).not.toBe(two.node);
});

test('the service works as a role that owns nothing; the test sees all', async () => {
  const service = await start();
  const { role, owner } = service.settings.database;
  expect(role.user).not.toBe(owner.user);
  const [who] = await service.sql<{ owns: number }>`
    select count(*)::int as owns from pg_tables where tableowner = ${role.user}`;
  expect(who).toEqual({ owns: 0 });
  const { orm } = service.served.running;
  await expect(orm.em.fork().execute('create table counter.more (id int)')).rejects.toThrow(
    'permission denied',
  );
});
