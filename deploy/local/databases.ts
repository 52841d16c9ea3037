// One database a node, owned by one role; each service has a role that owns nothing and enters no other database.
import { Client } from 'pg';
import type { Secrets } from './home.ts';
import { type NodePlan, SERVICES, type ServiceName } from './topology.ts';

/** Two launchers at once take turns. */
const TURN = 7_400_001;

export function databaseName(region: string): string {
  return `gl_${region}`;
}

export function ownerRole(region: string): string {
  return `gl_${region}`;
}

export function serviceRole(region: string, service: ServiceName): string {
  return `gl_${region}_${service}`;
}

/** Makes what is missing and sets the passwords; everything else stays as it is. */
export async function createDatabases(
  adminUrl: string,
  nodes: NodePlan[],
  secrets: Secrets,
): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    for (const { region } of nodes) {
      const name = databaseName(region);
      const owner = ownerRole(region);
      await ensureRole(client, owner, secrets);
      const found = await client.query('select from pg_database where datname = $1', [name]);
      if (found.rowCount === 0) {
        // A plain administrator must be a member of the role that is to own the database.
        await client.query(`grant ${owner} to current_user`);
        await client.query(
          `create database ${name} owner ${owner} encoding 'UTF8' template template0`,
        );
      }
      await client.query(`revoke all on database ${name} from public`);
      for (const service of SERVICES) {
        const role = serviceRole(region, service);
        await ensureRole(client, role, secrets);
        await client.query(`grant connect on database ${name} to ${role}`);
      }
    }
  });
}

/** In a cluster of our own, nobody's role enters the administrator's databases either. */
export async function closeSharedDatabases(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    await client.query('revoke connect on database postgres, template1 from public');
  });
}

export async function dropDatabases(adminUrl: string, nodes: NodePlan[]): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    for (const { region } of nodes) {
      await client.query(`drop database if exists ${databaseName(region)} with (force)`);
      const roles = [ownerRole(region), ...SERVICES.map((service) => serviceRole(region, service))];
      await client.query(`drop role if exists ${roles.join(', ')}`);
    }
  });
}

async function ensureRole(client: Client, role: string, secrets: Secrets): Promise<void> {
  const found = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'create' : 'alter';
  const password = client.escapeLiteral(secrets.password(role));
  await client.query(`${verb} role ${role} login password ${password}`);
}

async function asAdmin(adminUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TURN]);
    await work(client);
  } finally {
    await client.end();
  }
}
