import { jetstream, type ConsumerInfo } from '@nats-io/jetstream';
import { connectBroker, type BrokerAddress, type NatsConnection } from './connection.ts';
import { whileLinked } from './link.ts';

/** The connection of a subordinate to its superior's broker, which comes and goes. */
export interface Outward {
  connected(): boolean;
  /** The connection, once it is up; never while it is closed. */
  linked(): Promise<NatsConnection>;
  close(): Promise<void>;
}

/** The link was closed by this side. */
export class LinkClosed extends Error {
  override name = 'LinkClosed';
}

const againMs = 2_000;

/**
 * Connects in the background, for ever: a node starts and works without its superior. Replies come to an inbox that the
 * superior grants to this subordinate alone.
 */
export function openOutward(address: BrokerAddress, subordinate: string): Outward {
  let connection: NatsConnection | undefined;
  let up = false;
  let closed = false;
  let waiting: { resolve: (to: NatsConnection) => void; reject: (error: Error) => void }[] = [];
  void run();

  async function run(): Promise<void> {
    while (!closed) {
      await follow().catch(() => undefined); // an address that cannot be used may be mended by whoever runs it
      up = false;
      if (!closed) await new Promise((resolve) => setTimeout(resolve, againMs).unref());
    }
  }

  async function follow(): Promise<void> {
    const inboxPrefix = `_INBOX_${subordinate}`;
    connection = await connectBroker(address, { name: `${subordinate} uplink`, inboxPrefix });
    if (closed) return connection.close();
    turnUp(connection);
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') up = false;
      if (type === 'reconnect') turnUp(connection);
    }
  }

  function turnUp(to: NatsConnection): void {
    up = true;
    const asked = waiting;
    waiting = [];
    for (const { resolve } of asked) resolve(to);
  }

  return {
    connected: () => up,
    linked() {
      if (closed) return Promise.reject(new LinkClosed());
      if (connection && up) return Promise.resolve(connection);
      return new Promise((resolve, reject) => void waiting.push({ resolve, reject }));
    },
    async close() {
      closed = true;
      for (const { reject } of waiting) reject(new LinkClosed());
      waiting = [];
      await connection?.close();
    },
  };
}

const downMessagesMax = 64;
const downWaitMs = 10_000;

/**
 * Reads what the superior says down, until the wait is over or the connection breaks. The subordinate may use this one
 * consumer and look at nothing else, so it is not asked about first; what was read is acknowledged at once, since every
 * message down is said again in another form if it is lost.
 */
export async function readDown(
  connection: NatsConnection,
  subordinate: string,
  take: (text: string) => Promise<void>,
): Promise<void> {
  const info = { stream_name: `out_${subordinate}`, name: 'down', config: {} } as ConsumerInfo;
  const consumer = jetstream(connection).consumers.getConsumerFromInfo(info);
  await whileLinked(connection, async () => {
    const messages = await consumer.fetch({ max_messages: downMessagesMax, expires: downWaitMs });
    for await (const message of messages) {
      message.ack();
      await take(message.string());
    }
  });
}
