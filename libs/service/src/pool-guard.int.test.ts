import { startProxy } from '@gonglian/testing/proxy.ts';
import { Pool } from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { asRefusal } from './errors.ts';
import { asService } from './access.ts';
import { openDatabase, sqlIn, transact } from './database.ts';
import { guardPool } from './pool-guard.ts';
import type { ServiceSettings } from './settings.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const server = () => new URL(inject('postgresUrl'));

async function proxied() {
  const proxy = await startProxy(Number(server().port));
  stops.push(() => proxy.stop());
  return proxy;
}

async function open(port: number, poolSize: number) {
  const owner = { user: server().username, password: server().password };
  const database = { host: '127.0.0.1', port, name: 'postgres', owner, role: owner };
  const settings = { node: 'n', database, poolSize } as unknown as ServiceSettings;
  const orm = await openDatabase(settings, 'public', []);
  stops.push(() => orm.close());
  return orm;
}

test('connections that break inside transactions are not lost to the pool', async () => {
  const proxy = await proxied();
  const orm = await open(proxy.port, 3);
  const sleepers = () =>
    [1, 2, 3].map(() =>
      transact(orm, asService, (em) => sqlIn(em)`select pg_sleep(20)`).catch(asRefusal),
    );
  for (let round = 0; round < 3; round += 1) {
    const broken = sleepers();
    await new Promise((done) => setTimeout(done, 200));
    proxy.cut();
    for (const refusal of await Promise.all(broken)) {
      expect(refusal).toMatchObject({ kind: 'unavailable', code: 'DATABASE_UNAVAILABLE' });
    }
    proxy.mend();
  }
  // Three places, nine breaks: without the guard nobody would get one any more.
  const all = await Promise.all(
    [1, 2, 3].map(() => transact(orm, asService, (em) => sqlIn(em)`select 1 as one`)),
  );
  expect(all).toEqual([[{ one: 1 }], [{ one: 1 }], [{ one: 1 }]]);
});

test('who finds no place in the pool is told that the database is busy', async () => {
  const pool = new Pool({
    connectionString: server().href,
    max: 1,
    connectionTimeoutMillis: 50,
  });
  stops.push(() => pool.end());
  const client = await pool.connect();
  const refusal = await pool.connect().catch(asRefusal);
  expect(refusal).toMatchObject({ kind: 'busy', code: 'DATABASE_BUSY' });
  client.release();
});

test('a connection whose peer has fallen silent is dropped and its place given back', async () => {
  const proxy = await proxied();
  const url = server();
  url.port = String(proxy.port);
  const pool = new Pool({ connectionString: url.href, max: 1 });
  pool.on('error', () => undefined);
  guardPool(pool, 500);
  stops.push(() => pool.end());
  const client = await pool.connect();
  client.on('error', () => undefined);
  proxy.freeze();
  await expect(client.query('select 1')).rejects.toThrow('the peer is silent');
  // The holder goes without releasing, as the ORM does.
  proxy.cut();
  proxy.mend();
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
