import { JetStreamApiError, jetstream, type ApiError, type PubAck } from '@nats-io/jetstream';
import { headers, nuid, type Msg } from '@nats-io/transport-node';
import type { NatsConnection } from './connection.ts';
import { whileLinked } from './link.ts';
import { isApiError, takesBatches } from './streams.ts';

export interface Outgoing {
  subject: string;
  text: string;
  /** The sequence this message must get. */
  sequence: number;
}

const wrongLastSequence = 10071;
const batchesRefused = 10174;
const publishTimeoutMs = 10_000;
/** What the broker takes; it holds a batch in memory until it is whole. */
const maxBatchMessages = 1000;
const maxBatchChars = 4 * 1024 ** 2;

/**
 * Stores a window of messages at exactly the sequences they name, in batches of which the broker stores all or nothing.
 * Each batch says which sequence must stand before it, so a second copy, a gap or a second writer is refused, whatever
 * crashed. Answers undefined when all are stored, or the sequence where the stream really stands: the place to resume.
 */
export async function publishWindow(
  connection: NatsConnection,
  window: readonly Outgoing[],
): Promise<number | undefined> {
  return whileLinked(connection, async () => {
    for (const batch of batchesOf(window)) {
      const alone = batch.length === 1 || !takesBatches(connection);
      const standsAt = await (alone ? singly(connection, batch) : atOnce(connection, batch));
      if (standsAt !== undefined) return standsAt;
    }
    return undefined;
  });
}

function* batchesOf(window: readonly Outgoing[]): Generator<Outgoing[]> {
  let batch: Outgoing[] = [];
  let chars = 0;
  for (const message of window) {
    const full = batch.length === maxBatchMessages || chars + message.text.length > maxBatchChars;
    if (full && batch.length > 0) {
      yield batch;
      batch = [];
      chars = 0;
    }
    batch.push(message);
    chars += message.text.length;
  }
  if (batch.length > 0) yield batch;
}

/** One flush for all (ADR-50 of NATS): the first names the sequence before it, the last commits. */
async function atOnce(
  connection: NatsConnection,
  batch: readonly Outgoing[],
): Promise<number | undefined> {
  const id = nuid.next();
  const ask = async (n: number) => {
    const { subject, text } = batch[n]!;
    const timeout = publishTimeoutMs;
    return connection.request(subject, text, { timeout, headers: headersOf(id, batch, n) });
  };
  const begun = await ask(0);
  // An answer with words: the stream, or an older broker behind this one, takes no batches.
  if (begun.data.length > 0)
    return refusesBatches(begun) ? singly(connection, batch) : resume(begun);
  for (let n = 1; n < batch.length - 1; n += 1) {
    const { subject, text } = batch[n]!;
    connection.publish(subject, text, { headers: headersOf(id, batch, n) });
  }
  return resume(await ask(batch.length - 1), batch.length);
}

function headersOf(id: string, batch: readonly Outgoing[], n: number) {
  const all = headers();
  all.set('Nats-Batch-Id', id);
  all.set('Nats-Batch-Sequence', String(n + 1));
  if (n === 0) all.set('Nats-Expected-Last-Sequence', String(batch[0]!.sequence - 1));
  if (n === batch.length - 1) all.set('Nats-Batch-Commit', '1');
  return all;
}

type Answer = PubAck & { error?: ApiError; count?: number };

/** Undefined where the batch is stored whole; throws where the answer is neither that nor a place to resume. */
function resume(answer: Msg, count?: number): number | undefined {
  const { error, seq, count: stored } = answer.json<Answer>();
  if (error) {
    const refusal = new JetStreamApiError(error);
    const standsAt = lastSequenceIn(refusal);
    if (standsAt === undefined) throw refusal;
    return standsAt;
  }
  return stored === count ? undefined : seq;
}

function refusesBatches(answer: Msg): boolean {
  return answer.json<Answer>().error?.err_code === batchesRefused;
}

async function singly(
  connection: NatsConnection,
  batch: readonly Outgoing[],
): Promise<number | undefined> {
  const js = jetstream(connection, { timeout: publishTimeoutMs });
  const acks = await Promise.allSettled(
    batch.map(({ subject, text, sequence }) =>
      js.publish(subject, text, { expect: { lastSequence: sequence - 1 }, retries: 0 }),
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
