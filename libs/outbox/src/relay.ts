import pg from 'pg';
import type { NumberedFact } from './outbox.ts';

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
  pollMs?: number;
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

/**
 * Publishes an outbox in order. The relay alone gives positions, under an advisory lock, to the rows it can see: a
 * transaction that commits late is numbered when it shows up, so none is skipped, and a slow transaction elsewhere in
 * the cluster holds nobody up (ADR 0003). Numbers are durable before anything is sent.
 */
export function startRelay(options: RelayOptions): Relay {
  const { table, destination, log, windowSize = 500, pollMs = 1000 } = options;
  const state: RelayState = { sent: 0, head: 0, problem: '' };
  const bell = createBell();
  let stopping = false;

  const done = run();
  return {
    wake: () => bell.ring(),
    state: () => ({ ...state }),
    async stop() {
      stopping = true;
      bell.ring();
      await done;
    },
  };

  async function run(): Promise<void> {
    for (let attempt = 0; !stopping; attempt += 1) {
      const client = new pg.Client({ connectionString: options.connectionString });
      client.on('error', () => bell.ring());
      try {
        await client.connect();
        if (await lock(client)) {
          await pump(client, () => (attempt = 0));
        } else {
          await bell.heard(pollMs);
        }
      } catch (error) {
        state.problem = error instanceof Error ? error.name : 'unknown';
        log.warn(
          { err: error, stream: table },
          'the relay lost its database or its broker; it will try again',
        );
        await bell.heard(retryMs[Math.min(attempt, retryMs.length - 1)]);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  async function lock(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [`relay ${table}`],
    );
    return rows[0]?.held === true;
  }

  async function pump(client: pg.Client, well: () => void): Promise<void> {
    state.head = await readHead(client, table);
    state.sent = await destination.open(state.head);
    while (!stopping) {
      if (state.sent > state.head) {
        state.problem = 'fork: the stream is ahead of its outbox';
        log.error(
          { stream: table, position: state.sent },
          'the stream is ahead of its outbox: the database was set back',
        );
        await bell.heard(pollMs * 10);
        state.sent = await destination.open(state.head);
        state.head = await readHead(client, table);
        continue;
      }
      state.problem = '';
      const more = await step(client);
      well();
      if (!more) await bell.heard(pollMs);
    }
  }

  /** Numbers what is new, sends one window; true where there may be more. */
  async function step(client: pg.Client): Promise<boolean> {
    state.head = await number(client, table, windowSize * 4);
    if (state.sent >= state.head) return false;
    const rows = await readWindow(client, table, state.sent, windowSize);
    const standsAt = await destination.publish(rows);
    state.sent = standsAt ?? state.sent + rows.length;
    return true;
  }
}

async function readHead(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ position: string }>(`select position from ${table}_head`);
  return Number(rows[0]?.position ?? 0);
}

async function number(client: pg.Client, table: string, limit: number): Promise<number> {
  const { rows } = await client.query<{ position: string }>({
    name: `number ${table}`,
    text: `
      with head as (select position from ${table}_head for update),
      fresh as (select seq from ${table} where position is null order by seq limit $1),
      placed as (select seq, row_number() over (order by seq) as n from fresh),
      numbered as (
        update ${table} as o set position = head.position + placed.n
        from placed, head where o.seq = placed.seq and o.position is null
        returning 1)
      update ${table}_head as h set position = h.position + c.n
      from (select count(*) as n from numbered) as c
      where c.n > 0
      returning h.position`,
    values: [limit],
  });
  return rows[0] ? Number(rows[0].position) : readHead(client, table);
}

async function readWindow(
  client: pg.Client,
  table: string,
  after: number,
  limit: number,
): Promise<NumberedFact[]> {
  const { rows } = await client.query<NumberedFact>({
    name: `window ${table}`,
    text: `
      select id, position, fact, key, data::text as data, traceparent,
        to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time
      from ${table} where position > $1 order by position limit $2`,
    values: [after, limit],
  });
  return rows;
}

/** Lets one loop sleep until somebody rings or a time has passed; a ring while awake is not lost. */
function createBell() {
  let rung = false;
  let wakers: (() => void)[] = [];
  return {
    ring() {
      rung = true;
      const waiting = wakers;
      wakers = [];
      for (const wake of waiting) wake();
    },
    async heard(timeoutMs?: number): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs);
          wakers.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      rung = false;
    },
  };
}
