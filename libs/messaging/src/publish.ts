import { JetStreamApiError, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from './connection.ts';
import { isApiError } from './streams.ts';

export interface Outgoing {
  subject: string;
  text: string;
  /** The sequence this message must get. */
  sequence: number;
}

const wrongLastSequence = 10071;
const publishTimeoutMs = 10_000;

/**
 * Stores a window of messages at exactly the sequences they name. Each says which sequence must stand before it, so a
 * second copy, a gap or a second writer is refused by the broker, whatever crashed. Answers undefined when all are
 * stored, or the sequence where the stream really stands: the place to resume.
 */
export async function publishWindow(
  connection: NatsConnection,
  window: readonly Outgoing[],
): Promise<number | undefined> {
  const js = jetstream(connection, { timeout: publishTimeoutMs });
  const acks = window.map(({ subject, text, sequence }) =>
    js.publish(subject, text, { expect: { lastSequence: sequence - 1 }, retries: 0 }),
  );
  const failed = (await Promise.allSettled(acks)).find((ack) => ack.status === 'rejected');
  if (!failed) return undefined;
  const error: unknown = failed.reason;
  if (isApiError(error, wrongLastSequence) && error instanceof JetStreamApiError) {
    const last = /wrong last sequence: (\d+)/.exec(error.message)?.[1];
    if (last !== undefined) return Number(last);
  }
  throw error;
}
