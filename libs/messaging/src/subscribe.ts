import type { Envelope } from '@gonglian/contracts/envelope.ts';
import type { NatsConnection } from './connection.ts';

/** Hears facts as they pass, without a place in the stream: for showing that something moved, never for keeping. */
export function hearFacts(
  connection: NatsConnection,
  subject: string,
  heard: (fact: Envelope) => void,
): () => void {
  const subscription = connection.subscribe(subject, {
    callback: (error, message) => {
      if (!error) heard(message.json<Envelope>());
    },
  });
  return () => subscription.unsubscribe();
}
