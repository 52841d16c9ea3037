import { startProxy } from '@gonglian/testing/proxy.ts';
import { afterEach, expect, inject, test } from 'vitest';
import { asService } from './access.ts';
import { openChannel } from './channel.ts';
import { openDatabase, sqlIn, sqlOf, transact } from './database.ts';
import { asRefusal } from './errors.ts';
import type { ServiceSettings } from './settings.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function open(port: number, poolSize = 1) {
  const { username: user, password } = new URL(inject('postgresUrl'));
  const owner = { user, password };
  const database = { host: '127.0.0.1', port, name: 'postgres', owner, role: owner };
  const settings = { node: 'n', database, poolSize } as unknown as ServiceSettings;
  const orm = await openDatabase(settings, 'public', []);
  stops.push(() => orm.close());
  return orm;
}
const portOf = () => Number(new URL(inject('postgresUrl')).port);

test('transactions go one behind the other: what fails takes back itself alone', async () => {
  const orm = await open(portOf());
  const channel = await openChannel(orm);
  const insert = (n: number) =>
    channel.send(asService, async (run) => {
      // Not waited for: what fails here is told by the transaction.
      void sqlOf(run)`insert into channel_row values (${n}::int)`.catch(() => undefined);
      return n;
    });
  const made = await channel.send(asService, async (run) => {
    await sqlOf(run)`create temp table channel_row (n int primary key)`;
  });
  const sent = [];
  for (const n of [1, 2, 2, 3]) sent.push(await insert(n));
  await made.committed;
  const ends = await Promise.allSettled(sent.map(({ committed }) => committed));
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : end.reason.code))).toEqual([
    1,
    2,
    '23505',
    3,
  ]);
  const read = await channel.send(
    asService,
    (run) => sqlOf(run)`select n from channel_row order by 1`,
  );
  expect(await read.committed).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  channel.close();
});

test('what the work throws is thrown, and nothing of it stays', async () => {
  const channel = await openChannel(await open(portOf()));
  const thrown = await channel.send(asService, async (run) => {
    await sqlOf(run)`create temp table thrown_row (n int)`;
    throw new Error('thought better of it');
  });
  await expect(thrown.committed).rejects.toThrow('thought better of it');
  const gone = await channel.send(
    asService,
    (run) => sqlOf(run)`select to_regclass('thrown_row') as t`,
  );
  expect(await gone.committed).toEqual([{ t: null }]);
  channel.close();
});

test('a transaction reaches as far as it says, and the next no further', async () => {
  const channel = await openChannel(await open(portOf()));
  const reach = async (scope: string) => {
    const access = { account: 'a', reach: 'scope', scope, member: '' } as const;
    const { committed } = await channel.send(
      access,
      (run) => sqlOf(run)`select current_setting('gonglian.scope') as scope`,
    );
    return committed;
  };
  expect(await reach('one')).toEqual([{ scope: 'one' }]);
  expect(await reach('two')).toEqual([{ scope: 'two' }]);
  channel.close();
});

test('a connection that is cut fails what was under way, and gives its place back', async () => {
  const proxy = await startProxy(portOf());
  stops.push(() => proxy.stop());
  const orm = await open(proxy.port);
  const channel = await openChannel(orm);
  const sent = await channel.send(asService, async (run) => {
    void sqlOf(run)`select pg_sleep(20)`.catch(() => undefined);
  });
  proxy.cut();
  expect(await sent.committed.catch(asRefusal)).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  expect(channel.isOpen()).toBe(false);
  channel.close();
  proxy.mend();
  // The pool has one place.
  const one = await transact(orm, asService, (em) => sqlIn(em)`select 1 as one`);
  expect(one).toEqual([{ one: 1 }]);
});
