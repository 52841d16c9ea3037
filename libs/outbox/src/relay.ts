import { Client } from 'pg';
import { createBell } from './bell.ts';
import type { NumberedFact } from './outbox.ts';
import { givePositions, readHead, readWindow } from './positions.ts';
import { dropWhenSilent } from './silence.ts';

/** Where a relay publishes to: a stream whose sequence is the outbox position. */
export interface Destination {
  /** Opens the stream and answers its last sequence; `head` is the outbox's own last position. */
  open(head: number): Promise<number>;
  /** Stores `rows` at the sequences their positions name; answers where the stream stands if that is elsewhere. */
  publish(rows: readonly NumberedFact[]): Promise<number | undefined>;
}

export interface RelayOptions {
  connectionString: string;
  /** Qualified by schema; `<table>_head` holds the last position. */
  table: string;
  destination: Destination;
  log: {
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  windowSize?: number;
  /** How often the outbox is looked at when nobody rings. */
  pollMs?: number;
  /** How often an idle relay asks where its stream stands, to notice one that was wiped. */
  checkMs?: number;
}

export interface RelayState {
  /** Last position that the destination has stored. */
  sent: number;
  /** Last position given. */
  head: number;
  /** Empty while well. */
  problem: string;
}

export interface Relay {
  /** Called after a commit that wrote to the outbox. */
  wake(): void;
  state(): RelayState;
  stop(): Promise<void>;
}

const retryMs = [100, 250, 500, 1000, 2000];
/** A dead relay is noticed by the server in half a minute, or its session would go on holding the lock. */
const session =
  '-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 ' +
  '-c statement_timeout=20s';
const silenceMs = 30_000;

/**
 * Publishes an outbox in order. The relay alone gives positions, under an advisory lock, to the rows it can see: a
 * transaction that commits late is numbered when it shows up, so none is skipped, and a slow transaction elsewhere in
 * the cluster holds nobody up (ADR 0003). Numbers are durable before anything is sent.
 */
export function startRelay(options: RelayOptions): Relay {
  const { table, destination, log, windowSize = 500, pollMs = 1000, checkMs = 5000 } = options;
  const state: RelayState = { sent: 0, head: 0, problem: '' };
  const bell = createBell();
  const end = new AbortController();

  const done = run();
  return {
    wake: () => bell.ring(),
    state: () => ({ ...state }),
    async stop() {
      end.abort();
      bell.close();
      await done;
    },
  };

  async function run(): Promise<void> {
    for (let attempt = 0; !end.signal.aborted; attempt += 1) {
      const client = connection(options.connectionString);
      client.on('error', () => bell.ring());
      try {
        await client.connect();
        dropWhenSilent(client, silenceMs);
        if (await lock(client)) await pump(client, () => (attempt = 0));
      } catch (error) {
        state.problem = nameOf(error);
        log.warn(
          { err: error, stream: table },
          'the relay lost its database or its broker; it will try again',
        );
        // Not to be cut short by a ring: every commit rings.
        await bell.silence(retryMs[Math.min(attempt, retryMs.length - 1)] ?? 0);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  /** Waits until this relay is the only one; false where it was stopped meanwhile. */
  async function lock(client: Client): Promise<boolean> {
    while (!end.signal.aborted) {
      const { rows } = await client.query<{ held: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
        [`relay ${table}`],
      );
      if (rows[0]?.held === true) return true;
      state.problem = '';
      await bell.silence(pollMs);
    }
    return false;
  }

  async function pump(client: Client, well: () => void): Promise<void> {
    await look(client);
    let lookedAt = Date.now();
    while (!end.signal.aborted) {
      if (state.sent > state.head) {
        if (!state.problem.startsWith('fork'))
          log.error(
            { stream: table, position: state.sent },
            'the stream is ahead of its outbox: the database was set back',
          );
        state.problem = 'fork: the stream is ahead of its outbox';
        await bell.silence(checkMs);
        await look(client);
        continue;
      }
      state.problem = '';
      const more = await step(client);
      well();
      if (!more) await bell.heard(pollMs);
      if (Date.now() - lookedAt > checkMs) {
        await look(client);
        lookedAt = Date.now();
      }
    }
  }

  async function look(client: Client): Promise<void> {
    state.head = await readHead(client, table);
    state.sent = await destination.open(state.head);
  }

  /** Numbers what is new, sends one window; true where there may be more. */
  async function step(client: Client): Promise<boolean> {
    state.head = await givePositions(client, table, windowSize * 4);
    if (state.sent >= state.head) return false;
    const rows = await readWindow(client, table, state.sent, windowSize);
    const first = Number(rows[0]?.position);
    if (first !== state.sent + 1) {
      throw new Hole(`hole: the outbox goes on at ${first} after ${state.sent}`);
    }
    const standsAt = await destination.publish(rows);
    state.sent = standsAt ?? state.sent + rows.length;
    return true;
  }
}

/** The stream needs what the outbox no longer holds. */
class Hole extends Error {
  override name = 'Hole';
}

function connection(connectionString: string): Client {
  return new Client({
    connectionString,
    options: session,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'gonglian relay',
  });
}

/** Never the message: one of the database may quote a value. */
function nameOf(error: unknown): string {
  if (error instanceof Hole) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string'
    ? `${error.name} ${error.code}`
    : error.name;
}
