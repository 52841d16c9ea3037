import { randomBytes } from 'node:crypto';
import { migrate, type Migration } from '@gonglian/service/migrate.ts';
import type { Login } from '@gonglian/service/settings.ts';
import { Client } from 'pg';

export interface TestDatabase {
  host: string;
  port: number;
  name: string;
  owner: Login;
  role: Login;
  url: string;
}

/**
 * A database of its own for one test file, copied from a template that the first file to need it makes: well under a
 * second. It goes with the cluster, at the end of the run.
 */
export async function createDatabase(
  serverUrl: string,
  schema: string,
  migrations: readonly Migration[],
): Promise<TestDatabase> {
  const server = new URL(serverUrl);
  const owner = { user: server.username, password: decodeURIComponent(server.password) };
  const role = { user: `test_${schema}`, password: 'test' };
  const name = `t_${schema}_${randomBytes(4).toString('hex')}`;
  const template = `template_${schema}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 1))', [template]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      template,
    ]);
    if (rowCount === 0) await makeTemplate(client, server, template, schema, role, migrations);
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await client.end();
  }
  return {
    host: server.hostname,
    port: Number(server.port),
    name,
    owner,
    role,
    url: urlOf(server, name),
  };
}

async function makeTemplate(
  client: Client,
  server: URL,
  template: string,
  schema: string,
  role: Login,
  migrations: readonly Migration[],
): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role.user]);
  if (rowCount === 0)
    await client.query(`create role ${role.user} login password '${role.password}'`);
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft}`);
  await client.query(`create database ${draft}`);
  await migrate(urlOf(server, draft), schema, role.user, migrations);
  await client.query(`alter database ${draft} rename to ${template}`);
}

function urlOf(server: URL, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
