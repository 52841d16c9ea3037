import { randomBytes } from 'node:crypto';
import type { Envelope } from '@gonglian/contracts/envelope.ts';
import { connectBroker, type NatsConnection } from '@gonglian/messaging/connection.ts';
import { whileLinked } from '@gonglian/messaging/link.ts';
import { factStream, streamAdmin, type JetStreamManager } from '@gonglian/messaging/streams.ts';
import { pendingFact, writeFacts } from '@gonglian/outbox/outbox.ts';
import {
  startRelay,
  type Destination,
  type Relay,
  type RelayOptions,
} from '@gonglian/outbox/relay.ts';
import { factDestination } from '@gonglian/service/relays.ts';
import { createLog } from '@gonglian/telemetry/log.ts';
import { Pool } from 'pg';
import { inject } from 'vitest';
import { counterAdded, counterParts } from './counter.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { eventually } from './eventually.ts';

/** A transaction that stays open until it is told to end. */
export interface OpenWriter {
  write(...keys: string[]): Promise<void>;
  /** Locks the counter of that name, adds one, and answers it. */
  bump(name: string): Promise<number>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** An outbox and its stream with no service around them: what the relay alone is proved on. */
export interface BareOutbox {
  node: string;
  database: TestDatabase;
  connection: NatsConnection;
  manager: JetStreamManager;
  /** The name of the stream. */
  stream: string;
  begin(): Promise<OpenWriter>;
  /** One transaction with one fact for each key. */
  emit(...keys: string[]): Promise<void>;
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  /** What a service's relay publishes to. */
  destination: Destination;
  /** A relay on this outbox; stopped at the end where it still runs. */
  relay(changes?: Partial<RelayOptions>): Relay;
  /** The keys in the order of their positions; fails where the positions have a gap. */
  numbered(): Promise<string[]>;
  /** The keys as the stream holds them; fails where sequence and position differ or an id is there twice. */
  streamed(): Promise<string[]>;
  /** The ids as the stream holds them. */
  ids(): Promise<string[]>;
  /** Waits until the stream holds what the outbox holds, all of it, in the same order. */
  delivered(timeoutMs?: number): Promise<string[]>;
  stop(): Promise<void>;
}

/** `relayUrl`: the broker as the relay reaches it, where that is a link that will be broken. */
export async function startBareOutbox(
  urls: { natsUrl?: string; relayUrl?: string } = {},
): Promise<BareOutbox> {
  const { natsUrl = inject('natsUrl'), relayUrl = natsUrl } = urls;
  const { name: schema, migrations } = counterParts;
  const database = await createDatabase(inject('postgresUrl'), schema, migrations);
  const node = `t${randomBytes(4).toString('hex')}`;
  const connection = await connectBroker({ url: natsUrl }, { name: node });
  const relayed = await connectBroker({ url: relayUrl }, { name: `${node} relay` });
  const manager = await streamAdmin(connection);
  const stream = factStream(node, schema).name;
  const pool = new Pool({ connectionString: database.url, max: 8 });
  const destination = factDestination(relayed, node, schema);
  const relays: Relay[] = [];
  const sql = async <Row>(text: string, values: unknown[] = []) =>
    (await pool.query(text, values)).rows as Row[];

  async function begin(): Promise<OpenWriter> {
    const client = await pool.connect();
    await client.query('begin');
    const run = async <Row>(text: string, values: unknown[]) =>
      (await client.query(text, values)).rows as Row[];
    const end = (how: string) => async () => {
      await client.query(how);
      client.release();
    };
    return {
      write: (...keys) => {
        const facts = keys.map((name) => pendingFact(counterAdded, { name, amount: 1 }, undefined));
        return writeFacts(run, schema, facts, new Date());
      },
      async bump(name) {
        const [row] = await run<{ total: string }>(
          `update ${schema}.counter set total = total + 1 where name = $1 returning total`,
          [name],
        );
        return Number(row?.total);
      },
      commit: end('commit'),
      rollback: end('rollback'),
    };
  }

  async function numbered(): Promise<string[]> {
    const rows = await sql<{ key: string; position: string }>(
      `select key, position from ${schema}.outbox where position is not null order by position`,
    );
    rows.forEach(({ position }, n) => {
      if (Number(position) !== n + 1) throw new Error(`position ${position} stands at ${n + 1}`);
    });
    return rows.map((row) => row.key);
  }

  const held = () => whileLinked(connection, readStream);
  async function readStream(): Promise<{ id: string; key: string }[]> {
    const { state } = await manager.streams.info(stream);
    const ids = new Set<string>();
    const facts: { id: string; key: string }[] = [];
    for (let sequence = 1; sequence <= state.last_seq; sequence += 1) {
      const message = await manager.streams.getMessage(stream, { seq: sequence });
      if (!message) throw new Error(`the stream holds nothing at ${sequence}`);
      const { id, glseq, subject } = message.json<Envelope>();
      if (glseq !== sequence) throw new Error(`position ${glseq} is at sequence ${sequence}`);
      if (ids.has(id)) throw new Error(`${id} is there twice`);
      ids.add(id);
      facts.push({ id, key: subject });
    }
    return facts;
  }
  const streamed = async () => (await held()).map((fact) => fact.key);

  return {
    node,
    database,
    connection,
    manager,
    stream,
    destination,
    begin,
    sql,
    numbered,
    streamed,
    ids: async () => (await held()).map((fact) => fact.id),
    async emit(...keys) {
      const writer = await begin();
      await writer.write(...keys);
      await writer.commit();
    },
    relay(changes = {}) {
      const relay = startRelay({
        connectionString: database.url,
        table: `${schema}.outbox`,
        destination,
        log: createLog({ node }, 'fatal'),
        pollMs: 50,
        checkMs: 200,
        ...changes,
      });
      relays.push(relay);
      return relay;
    },
    delivered: (timeoutMs = 15_000) =>
      eventually(
        async () => {
          const [row] = await sql<{ written: number }>(
            `select count(*)::int as written from ${schema}.outbox`,
          );
          const given = await numbered();
          const keys = await streamed();
          if (given.length !== row?.written) throw new Error('not all have a position yet');
          if (keys.join() !== given.join()) throw new Error('the stream does not hold it all yet');
          return keys;
        },
        { timeoutMs },
      ),
    async stop() {
      await Promise.all(relays.map((relay) => relay.stop()));
      await pool.end();
      await manager.streams.delete(stream).catch(() => undefined); // a broker that was killed has none
      await Promise.all([connection.close(), relayed.close()]);
    },
  };
}
