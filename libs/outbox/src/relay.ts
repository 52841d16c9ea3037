import { Client } from 'pg';
import { createBell } from './bell.ts';
import type { NumberedFact } from './outbox.ts';
import { numberWindow, plannerSettings, readHead, readWindow } from './positions.ts';
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
  `-c statement_timeout=20s ${plannerSettings}`;
const silenceMs = 30_000;
/** Between one look at what is new and the next: less than anybody notices, and each costs a commit. */
const paceMs = 20;

/**
 * Publishes an outbox in order. The relay alone gives positions, under an advisory lock, to the rows it can see: a
 * transaction that commits late is numbered when it shows up, so none is skipped, and a slow transaction elsewhere in
 * the cluster holds nobody up (ADR 0003). Numbers are durable before anything is sent.
 */
export function startRelay(options: RelayOptions): Relay {
  const { table, destination, log, windowSize = 1000, pollMs = 1000, checkMs = 5000 } = options;
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
    let lastAt = 0;
    let window: NumberedFact[] | undefined;
    while (!end.signal.aborted) {
      if (state.sent > state.head) {
        noticeFork();
        await bell.silence(checkMs);
        await look(client);
        continue;
      }
      window = await send(client, window ?? (await next(client, state.sent)));
      state.problem = '';
      well();
      if (window?.length !== 0) continue;
      window = undefined;
      await bell.heard(pollMs);
      // Who was idle goes at once; behind a stream of commits, some of them go together.
      await bell.silence(lastAt + paceMs - Date.now());
      lastAt = Date.now();
      if (Date.now() - lookedAt < checkMs) continue;
      await look(client);
      lookedAt = Date.now();
    }
  }

  async function look(client: Client): Promise<void> {
    state.head = await readHead(client, table);
    state.sent = await destination.open(state.head);
  }

  /** The window after a position: what was numbered before and not sent, or else what is new. */
  async function next(client: Client, after: number): Promise<NumberedFact[]> {
    if (after < state.head) return readWindow(client, table, after, windowSize);
    const rows = await numberWindow(client, table, windowSize);
    state.head = Number(rows.at(-1)?.position ?? state.head);
    return rows;
  }

  /** Sends one window while the next is made ready; undefined where the stream went on at another place. */
  async function send(client: Client, window: NumberedFact[]): Promise<NumberedFact[] | undefined> {
    if (window.length === 0 && state.sent === state.head) return window;
    const first = Number(window[0]?.position);
    if (first !== state.sent + 1) {
      throw new Hole(`hole: the outbox goes on at ${first || 'no row'} after ${state.sent}`);
    }
    const last = state.sent + window.length;
    const [, following] = await Promise.all([publish(window, last), next(client, last)]);
    return state.sent === last ? following : undefined;
  }

  async function publish(window: NumberedFact[], last: number): Promise<void> {
    state.sent = (await destination.publish(window)) ?? last;
  }

  function noticeFork(): void {
    if (!state.problem.startsWith('fork')) {
      log.error(
        { stream: table, position: state.sent },
        'the stream is ahead of its outbox: the database was set back',
      );
    }
    state.problem = 'fork: the stream is ahead of its outbox';
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
