import { JetStreamApiError, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from './connection.ts';
import { whileLinked } from './link.ts';
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
  const acks = await whileLinked(connection, () =>
    Promise.allSettled(
      window.map(({ subject, text, sequence }) =>
        js.publish(subject, text, { expect: { lastSequence: sequence - 1 }, retries: 0 }),
      ),
    ),
  );
  const failed = acks.find((ack) => ack.status === 'rejected');
  if (!failed) return undefined;
  const standsAt = lastSequenceIn(failed.reason);
  if (standsAt === undefined) throw failed.reason;
  // The stream was ahead by a part of the window: what followed that part is stored now.
  return acks.reduce((last, ack) => {
    return ack.status === 'fulfilled' ? Math.max(last, ack.value.seq) : last;
  }, standsAt);
}

function lastSequenceIn(error: unknown): number | undefined {
  if (!isApiError(error, wrongLastSequence) || !(error instanceof JetStreamApiError)) return;
  const last = /wrong last sequence: (\d+)/.exec(error.message)?.[1];
  return last === undefined ? undefined : Number(last);
}
