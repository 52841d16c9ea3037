// Which PostgreSQL a local start uses: the one DATABASE_URL names, a container, or the embedded one.
import { startPostgres } from '@gonglian/embedded/postgres.ts';
import { know } from '@gonglian/embedded/pids.ts';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { Client } from 'pg';
import { closeSharedDatabases } from './databases.ts';
import type { Home, Secrets } from './home.ts';
import { type Running, remember } from './processes.ts';

const OLDEST_VERSION = 180_000;

export interface Database {
  /** Of a user who may create databases and roles. */
  adminUrl: string;
  /** Set when this call started the server. */
  started?: Running;
}

interface Wish {
  home: Home;
  secrets: Secrets;
  port: number;
  containers: boolean;
  say: (line: string) => void;
}

export async function openPostgres(wish: Wish): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given) return { adminUrl: await checked(given, 'DATABASE_URL') };
  return wish.containers ? inContainer(wish) : embedded(wish);
}

/** Where the embedded cluster is asked to be; it may have to lie elsewhere, see placeFor. */
export function dataDirOf(home: Home): string {
  return home.path('pg');
}

async function embedded({ home, secrets, port, say }: Wish): Promise<Database> {
  const password = secrets.password('postgres');
  const server = await startPostgres({
    dataDir: dataDirOf(home),
    port,
    durable: true,
    password,
    log: say,
  });
  const log = `${server.dataDir}.log`;
  const record = remember(home, {
    name: 'postgres',
    kind: 'postgres',
    port: server.port,
    log,
    ...know(server.pid),
  });
  const adminUrl = await checked(server.url, 'the embedded PostgreSQL');
  await closeSharedDatabases(adminUrl);
  return server.adopted ? { adminUrl } : { adminUrl, started: record };
}

/** Testcontainers is 171 packages: loaded only here. The container is kept and found again by its label. */
async function inContainer({ secrets, port, say }: Wish): Promise<Database> {
  const password = secrets.password('postgres');
  try {
    const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
    const container = await new PostgreSqlContainer('postgres:18')
      .withUsername('gl')
      .withPassword(password)
      .withDatabase('postgres')
      .withExposedPorts({ container: 5432, host: port })
      .withReuse()
      .start();
    say(
      `PostgreSQL runs in container ${container.getId().slice(0, 12)}, which "down" leaves running`,
    );
    return { adminUrl: await checked(container.getConnectionUri(), 'the container') };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const [why = ''] = (error as Error).message.split('\n');
    throw new Trouble(`--containers: no PostgreSQL container could be started: ${why}`, {
      cause: error,
    });
  }
}

/** The address again, when a new enough PostgreSQL answers there. */
export async function checked(url: string, source: string): Promise<string> {
  if (!/^postgres(ql)?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new Trouble(
      `${source} is not an address such as postgres://user:password@host:5432/name`,
    );
  }
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const found = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    const version = Number(found.rows[0]?.version);
    if (version >= OLDEST_VERSION) return url;
    throw new Trouble(
      `${source}: PostgreSQL ${Math.floor(version / 10_000)} is too old, 18 is needed`,
    );
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${source}: no connection: ${reason(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined); // it never connected
  }
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
}
