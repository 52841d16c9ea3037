// A broker as somebody with a real credential may try to misuse it: raw subjects, and what the server says to them.
import {
  connect,
  headers,
  type Msg,
  type NatsConnection,
  type Subscription,
} from '@nats-io/transport-node';

export interface Login {
  port: number;
  user: string;
  password: string;
  /** What the account may listen on for answers. */
  inboxPrefix?: string;
}

export type Verdict = 'allowed' | 'denied';

export interface Intruder {
  /** Publishes, and tells whether the server refused that. */
  publish(subject: string, body?: string, reply?: string): Promise<Verdict>;
  /** Publishes what the stream will refuse, so that its answer goes to `reply` and nothing is stored. */
  publishMisplaced(subject: string, reply: string): Promise<Verdict>;
  /** Subscribes for a moment. */
  subscribe(subject: string, queue?: string): Promise<Verdict>;
  /** The first answer; undefined where none comes soon. */
  ask(subject: string, body?: string, misplaced?: boolean): Promise<Msg | undefined>;
  close(): Promise<void>;
}

const answerMs = 2_000;

export function logIn({ port, user, password, inboxPrefix }: Login): Promise<NatsConnection> {
  return connect({
    servers: `nats://127.0.0.1:${port}`,
    user,
    pass: password,
    reconnect: false,
    ...(inboxPrefix ? { inboxPrefix } : {}),
  });
}

export async function intrude(login: Login): Promise<Intruder> {
  const connection = await logIn(login);
  const refusals: string[] = [];
  void listen(connection, refusals);
  // The server answers in order: what it says to an attempt is here before the answer to a ping.
  const judge = async (attempt: () => void): Promise<Verdict> => {
    const before = refusals.length;
    attempt();
    await connection.flush();
    await new Promise((resolve) => setImmediate(resolve));
    return refusals.length > before ? 'denied' : 'allowed';
  };
  return {
    publish: (subject, body = '', reply) =>
      judge(() => connection.publish(subject, body, reply ? { reply } : {})),
    publishMisplaced: (subject, reply) =>
      judge(() => connection.publish(subject, '{}', { reply, headers: nowhere() })),
    async subscribe(subject, queue) {
      const heard: Subscription[] = [];
      const options = { callback: () => undefined, ...(queue ? { queue } : {}) };
      const verdict = await judge(() => heard.push(connection.subscribe(subject, options)));
      for (const one of heard) one.unsubscribe();
      return verdict;
    },
    ask: (subject, body = '', misplaced = false) =>
      connection
        .request(subject, body, {
          timeout: answerMs,
          ...(misplaced ? { headers: nowhere() } : {}),
        })
        .catch(() => undefined),
    close: () => connection.close(),
  };
}

function nowhere() {
  const where = headers();
  where.set('Nats-Expected-Last-Sequence', '999999999');
  return where;
}

async function listen(connection: NatsConnection, refusals: string[]): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === 'error') refusals.push(status.error.message);
  }
}
