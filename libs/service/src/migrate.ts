import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { findUnprotected, mechanismSecurity, reachFunctions, reachTables } from './row-security.ts';
import { scopeBelow } from './scope-below.ts';
import { findUnsealed, seal, sealedOf, type Sealed } from './sealed.ts';

export interface Migration {
  /** Sorts in the order of application, for example 0001-unions. */
  name: string;
  sql: string;
  /** What it makes that the service's role reads and does not write, and the functions through which it does. */
  sealed?: Sealed;
}

/** A server that takes a connection and says nothing is an error, and not a node that never comes up. */
const CONNECT_MS = 30_000;

const history = (schema: string) => `
create schema if not exists ${schema};
create table if not exists ${schema}.migration (
  name text primary key, hash text not null, applied_at timestamptz not null default now());`;

/** A service's own migrations between what they stand on and what closes the mechanisms' tables. */
function withSecurity(schema: string, migrations: readonly Migration[]): Migration[] {
  return [
    { name: 'row-security-base', sql: reachTables(schema) },
    { name: 'row-security-functions', sql: reachFunctions(schema) },
    { name: 'row-security-below', sql: scopeBelow(schema) },
    ...migrations,
    { name: 'row-security-mechanisms', sql: mechanismSecurity(schema) },
  ];
}

/**
 * Brings one schema forward, each migration in its own transaction, under an advisory lock. Forward only: an applied
 * migration that reads differently today is refused, since databases in the field already hold the other.
 * The service's role gets the use of the tables and owns none of them; a schema with an unprotected table is refused.
 */
export async function migrate(
  connectionString: string,
  schema: string,
  role: string,
  migrations: readonly Migration[],
): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_MS });
  await client.connect();
  try {
    // One lock for the whole database: services that start together may want the same extension.
    await client.query("select pg_advisory_lock(hashtextextended('migrate', 0))");
    await client.query(history(schema));
    const { rows } = await client.query<{ name: string; hash: string }>(
      `select name, hash from ${schema}.migration`,
    );
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    for (const migration of withSecurity(schema, migrations)) {
      await apply(client, schema, migration, applied);
    }
    const sealed = sealedOf(migrations);
    // One message is one transaction: a sealed table is open at no moment.
    await client.query(`${grants(schema, role)}${seal(schema, role, sealed)}`);
    const unprotected = [
      ...(await findUnprotected(client, schema, role, sealed.functions)),
      ...(await findUnsealed(client, schema, role, sealed)),
    ];
    if (unprotected.length > 0) throw new Error(`${schema} is open: ${unprotected.join('; ')}`);
  } finally {
    await client.end();
  }
}

async function apply(
  client: Client,
  schema: string,
  migration: Migration,
  applied: Map<string, string>,
): Promise<void> {
  const hash = createHash('sha256').update(migration.sql).digest('hex');
  const known = applied.get(migration.name);
  if (known === hash) return;
  if (known !== undefined) {
    throw new Error(`migration ${schema}/${migration.name} was changed after it was applied`);
  }
  await client.query('begin');
  await client.query(`set local search_path = ${schema}; set local gonglian.reach = 'all'`);
  await client.query(migration.sql);
  await client.query(`insert into ${schema}.migration (name, hash) values ($1, $2)`, [
    migration.name,
    hash,
  ]);
  await client.query('commit');
}

function grants(schema: string, role: string): string {
  return `
grant usage on schema ${schema} to "${role}";
grant select, insert, update, delete on all tables in schema ${schema} to "${role}";
grant usage, select on all sequences in schema ${schema} to "${role}";
revoke update, delete on ${schema}.action, ${schema}.access_log from "${role}";
revoke insert, update, delete on ${schema}.migration from "${role}";`;
}
