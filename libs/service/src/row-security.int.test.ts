import { nodeRootUnionId, newId } from '@gonglian/kernel/id.ts';
import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { createDatabase, type TestDatabase } from '@gonglian/testing/database.ts';
import { Client, Pool } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { accessOf, asService, type Access } from './access.ts';
import { openDatabase, sqlIn, transact } from './database.ts';
import { migrate } from './migrate.ts';
import { findUnprotected, ofUnion, protect } from './row-security.ts';
import type { ServiceSettings } from './settings.ts';

// A schema with one table of rows that belong to unions, as every service has them; the role is the service's own.

const schema = 'rows';
const base = {
  name: '0001-rows',
  sql: `${mechanismTables(schema)}
    create table held (id uuid primary key, union_id uuid not null);
    create view all_held with (security_invoker = true) as select * from held;
    ${protect(schema, 'held', { using: ofUnion(schema) })}`,
};
const node = '320500';
const root = nodeRootUnionId(node);
const [north, south, mill] = [newId(), newId(), newId()];

let database: TestDatabase;
let orm: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'), schema, [base]);
  const settings = { node, database, poolSize: 1 } as unknown as ServiceSettings;
  orm = await openDatabase(settings, schema, []);
  await transact(orm, asService, async (em) => {
    const sql = sqlIn(em);
    await sql`insert into scope_edge values (${root}, null), (${north}, ${root}), (${south}, ${root}),
      (${mill}, ${north})`;
    await sql`insert into held select gen_random_uuid(), u from unnest(${[root, north, south, mill]}::uuid[]) u`;
  });
});
afterAll(() => orm.close());

const clerkOf = (scope: string) => accessOf({ id: 'a', duty: 'clerk', scope, node, member: '' });
const memberOf = (scope: string) =>
  accessOf({ id: 'a', duty: 'member', scope, node, member: newId() });

async function seen(access: Access, from: 'held' | 'all_held' = 'held'): Promise<string[]> {
  const rows = await transact(orm, access, (em) =>
    from === 'held'
      ? sqlIn(em)<{ unionId: string }>`select union_id as "unionId" from held`
      : sqlIn(em)<{ unionId: string }>`select union_id as "unionId" from all_held`,
  );
  return rows.map(({ unionId }) => unionId).toSorted();
}

test.each([
  ['the node, by its root', clerkOf(root), [root, north, south, mill]],
  ['a branch: its own and what is below', clerkOf(north), [north, mill]],
  ['a leaf', clerkOf(mill), [mill]],
  ['a union nobody knows', clerkOf(newId()), []],
  ['a scope that is no id', clerkOf('u-77'), []],
  ['a member', memberOf(mill), []],
  ['the service itself', asService, [root, north, south, mill]],
])('whoever has a duty over %s sees that and nothing else', async (_, access, unions) => {
  expect(await seen(access)).toEqual(unions.toSorted());
  expect(await seen(access, 'all_held')).toEqual(unions.toSorted());
});

test('what is outside can neither be written, nor changed, nor removed, nor moved out of reach', async () => {
  const write = (unionId: string) =>
    transact(
      orm,
      clerkOf(north),
      (em) => sqlIn(em)`insert into held values (${newId()}, ${unionId})`,
    );
  await expect(write(south)).rejects.toThrow('row-level security');
  await expect(
    transact(orm, clerkOf(north), (em) => sqlIn(em)`update held set union_id = ${south}`),
  ).rejects.toThrow('row-level security');
  await transact(orm, clerkOf(south), (em) => sqlIn(em)`delete from held where union_id = ${mill}`);
  expect(await seen(asService)).toEqual([root, north, south, mill].toSorted());
});

test('one connection serves one after another, also after an error, and carries nothing over', async () => {
  await transact(orm, clerkOf(root), (em) => sqlIn(em)`select 1`);
  expect(await seen(clerkOf(mill))).toEqual([mill]);
  await transact(orm, clerkOf(root), (em) => sqlIn(em)`select 1 / 0`).catch(() => undefined);
  expect(await seen(clerkOf(mill))).toEqual([mill]);
  expect(await seen({ ...asService, reach: 'none' })).toEqual([]);
});

test('a session that has not said who it is sees nothing, before and after others have', async () => {
  const { host, port, name, role } = database;
  const pool = new Pool({
    host,
    port,
    database: name,
    user: role.user,
    password: role.password,
    max: 1,
  });
  const count = async () =>
    (await pool.query('select count(*)::int as n from rows.held')).rows[0].n;
  expect(await count()).toBe(0);
  await pool.query(`begin; select set_config('gonglian.reach', 'all', true); commit`);
  expect(await count()).toBe(0);
  await pool.query(
    `set search_path = rows; begin; select set_config('gonglian.reach', 'all', true)`,
  );
  expect(await count()).toBe(4);
  await pool.query('rollback');
  expect(await count()).toBe(0);
  await pool.end();
});

test('the access log is written and never changed', async () => {
  for (const change of [
    'update rows.access_log set reason = $1',
    'delete from rows.access_log where reason = $1',
  ]) {
    const done = transact(orm, asService, (em) =>
      em.getConnection().execute(change.replace('$1', `''`), [], 'run', em.getTransactionContext()),
    );
    await expect(done).rejects.toThrow('permission denied');
  }
});

test.each([
  ['create table open (id int)', 'open: no forced row-level security; open: no policy'],
  [
    'create table half (id int); alter table half enable row level security; create policy p on half using (true)',
    'half: no forced row-level security',
  ],
  [
    'create table shut (id int); alter table shut enable row level security; alter table shut force row level security',
    'shut: no policy',
  ],
  ['create view wide as select * from held', 'wide: a view without security_invoker'],
  [
    'create materialized view kept as select * from held',
    'kept: a materialised view cannot be protected',
  ],
  [
    `create function peek() returns bigint language sql security definer as 'select count(*) from rows.held'`,
    "peek: a function with its owner's rights",
  ],
])('a schema with a hole is not served: %s', async (sql, what) => {
  const own = await createDatabase(inject('postgresUrl'), schema, [base]);
  const again = migrate(own.url, schema, own.role.user, [base, { name: '0002-hole', sql }]);
  await expect(again).rejects.toThrow(`rows is open: ${what}`);
});

test('a role that owns something, or may pass over the rows, is found', async () => {
  const own = await createDatabase(inject('postgresUrl'), schema, [base]);
  const client = new Client({ connectionString: own.url });
  await client.connect();
  expect(await findUnprotected(client, schema, own.role.user)).toEqual([]);
  expect(await findUnprotected(client, schema, own.owner.user)).toContain(
    "held: owned by the service's role",
  );
  expect(await findUnprotected(client, schema, own.owner.user)).toContain(
    `${own.owner.user}: a role that bypasses row-level security`,
  );
  await client.end();
});
