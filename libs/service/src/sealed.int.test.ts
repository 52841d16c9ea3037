import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { createDatabase } from '@gonglian/testing/database.ts';
import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { migrate, type Migration } from './migrate.ts';
import { openToService } from './row-security.ts';

// A table by year that only a function writes.

const schema = 'vault';
const base: Migration = {
  name: '0001-vault',
  sql: `${mechanismTables(schema)}
    create table coin (year int not null, fen int not null) partition by list (year);
    create table coin_2026 partition of coin for values in (2026);
    ${openToService(schema, 'coin')}
    ${openToService(schema, 'coin_2026')}
    create function put(fen int) returns void language sql security definer set search_path = vault, pg_temp
      as $$ insert into coin values (2026, fen) $$;`,
  sealed: { tables: ['coin'], functions: ['put'] },
};

async function open(): Promise<{ role: Client; url: string; user: string }> {
  const {
    host,
    port,
    name,
    role: login,
    url,
  } = await createDatabase(inject('postgresUrl'), schema, [base]);
  const role = new Client({ host, port, database: name, ...login });
  await role.connect();
  return { role, url, user: login.user };
}

test('the role reads a sealed table and writes it through its function alone, also after another start', async () => {
  const { role, url, user } = await open();
  for (let start = 0; start < 2; start += 1) {
    await role.query('select vault.put(5)');
    for (const sql of [
      'insert into vault.coin values (2026, 1)',
      'update vault.coin set fen = 1',
      'delete from vault.coin',
      'truncate vault.coin',
      'select * from vault.coin_2026',
      'insert into vault.coin_2026 values (2026, 1)',
    ])
      await expect(role.query(sql)).rejects.toThrow('permission denied');
    await migrate(url, schema, user, [base]);
  }
  const { rows } = await role.query('select sum(fen)::int as fen from vault.coin');
  expect(rows).toEqual([{ fen: 10 }]);
  await role.end();
});

test('nobody else may call the function', async () => {
  const { role, url } = await open();
  await role.end();
  const owner = new Client({ connectionString: url });
  await owner.connect();
  const { rows } = await owner.query(
    `select has_function_privilege('public', 'vault.put(int)', 'execute') as may`,
  );
  await owner.end();
  expect(rows).toEqual([{ may: false }]);
});

test.each([
  [
    `create function rob() returns void language sql security definer set search_path = vault, pg_temp
       as $$ delete from coin $$`,
    "rob: a function with its owner's rights",
  ],
  [
    'alter function put(int) reset search_path',
    "put: a function with its owner's rights and no search path of its own",
  ],
])('a schema with a way around is not served: %s', async (sql, what) => {
  const { role, url, user } = await open();
  await role.end();
  const again = migrate(url, schema, user, [base, { name: '0002-hole', sql }]);
  await expect(again).rejects.toThrow(`vault is open: ${what}`);
});
