import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from './connection.ts';
import { whileLinked } from './link.ts';
import {
  ensureStream,
  inboundStream,
  isApiError,
  isStreamMissing,
  outboundStream,
  type JetStreamManager,
} from './streams.ts';

/**
 * Makes ready what one subordinate speaks into and hears from. `applied` is the last position that PostgreSQL holds: an
 * inbound stream that was wiped starts behind it, so that its sequences go on being the subordinate's positions; one
 * that no longer holds what comes next is made anew, and the subordinate is taught by the error where to go on.
 */
export async function ensureSubordinate(
  connection: NatsConnection,
  subordinate: string,
  applied: number,
): Promise<void> {
  const inbound = inboundStream(subordinate);
  const manager = await jetstreamManager(connection, { checkAPI: false });
  await whileLinked(connection, async () => {
    const first = await firstSequence(connection, inbound.name);
    if (first !== undefined && first > applied + 1) await manager.streams.delete(inbound.name);
    await ensureStream(connection, inbound, applied + 1);
    const outbound = outboundStream(subordinate);
    await ensureStream(connection, outbound);
    await ensureReader(manager, outbound.name);
  });
}

const consumerExists = 10148;
/** What went down a connection that was breaking comes again this soon: until then the subordinate lacks a receipt. */
const ackWaitNanos = 10 * 1e9;

async function ensureReader(manager: JetStreamManager, stream: string): Promise<void> {
  const config = {
    durable_name: 'down',
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: ackWaitNanos,
    max_ack_pending: 1_000,
  };
  try {
    await manager.consumers.add(stream, config);
  } catch (error) {
    if (!isApiError(error, consumerExists)) throw error;
    // It was made with another waiting time.
    await manager.consumers.update(stream, config.durable_name, { ack_wait: ackWaitNanos });
  }
}

async function firstSequence(
  connection: NatsConnection,
  stream: string,
): Promise<number | undefined> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  try {
    const { state } = await manager.streams.info(stream);
    return state.first_seq;
  } catch (error) {
    if (isStreamMissing(error)) return undefined;
    throw error;
  }
}

/** Where a stream ends; undefined where there is none. */
export async function lastSequence(
  connection: NatsConnection,
  stream: string,
): Promise<number | undefined> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  return whileLinked(connection, async () => {
    try {
      return (await manager.streams.info(stream)).state.last_seq;
    } catch (error) {
      if (isStreamMissing(error)) return undefined;
      throw error;
    }
  });
}

/** Says something down to one subordinate. */
export async function sayDown(
  connection: NatsConnection,
  subordinate: string,
  text: string,
): Promise<void> {
  const js = jetstream(connection, { timeout: 5_000 });
  await whileLinked(connection, () => js.publish(`out.${subordinate}.down`, text, { retries: 0 }));
}

/** Removes a stream with all it holds; what it held is in the databases of those who wrote it. */
export async function deleteStream(connection: NatsConnection, stream: string): Promise<void> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  await whileLinked(connection, () => manager.streams.delete(stream));
}
