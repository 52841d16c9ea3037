import { errors } from '@nats-io/transport-node';
import type { NatsConnection } from './connection.ts';
import { BrokerAway, whileLinked } from './link.ts';

// Questions and their answers cross the link as they are said and are kept by nobody (docs/adr/0024).

/** The subject of what a subordinate asks its superior, or is asked by it; at the superior's broker, where both speak. */
export function questionSubject(subordinate: string, direction: 'up' | 'down'): string {
  return `ask.${subordinate}.${direction}`;
}

/** Nobody heard the question, or no answer came in time. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

const unanswered = [
  BrokerAway,
  errors.RequestError, // nobody listens, or this side may not ask
  errors.TimeoutError,
  errors.ConnectionError,
  errors.ClosedConnectionError,
  errors.DrainingConnectionError,
];

/** Asks once. At once NoAnswer where nobody listens or the connection is down. */
export async function askOnce(
  connection: NatsConnection,
  subject: string,
  question: Uint8Array,
  timeoutMs: number,
): Promise<Uint8Array> {
  try {
    const ask = () => connection.request(subject, question, { timeout: timeoutMs });
    const { data } = await whileLinked(connection, ask);
    return data;
  } catch (error) {
    if (!unanswered.some((kind) => error instanceof kind)) throw error;
    throw new NoAnswer('no answer', { cause: error });
  }
}

export interface Listening {
  /** When no more questions come: the connection was closed, or this side may not listen. */
  ended: Promise<void>;
  /** Hears no more, and waits for the answers that are being worked out. */
  stop(): Promise<void>;
}

/** Hears questions; of several replicas that listen, one hears each. `answer` answers in any case, and in time. */
export function listenForQuestions(
  connection: NatsConnection,
  subject: string,
  answer: (question: Uint8Array) => Promise<Uint8Array>,
): Listening {
  const open = new Set<Promise<void>>();
  const subscription = connection.subscribe(subject, {
    queue: 'sync',
    callback(error, message) {
      if (error) return; // told by `ended`
      const answering = answer(message.data)
        .then((said) => void message.respond(said))
        // Who asked is told by his own clock.
        .catch(() => undefined)
        .finally(() => open.delete(answering));
      open.add(answering);
    },
  });
  return {
    ended: subscription.closed.then(() => undefined),
    async stop() {
      subscription.unsubscribe();
      await Promise.all(open);
    },
  };
}
