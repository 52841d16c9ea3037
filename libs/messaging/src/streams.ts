import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  jetstreamManager,
  type ConsumerInfo,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';
import type { NatsConnection } from './connection.ts';
import { whileLinked } from './link.ts';

export type { JetStreamManager } from '@nats-io/jetstream';

/** Streams and consumers as the broker knows them; asks nothing yet. */
export function streamAdmin(connection: NatsConnection): Promise<JetStreamManager> {
  return jetstreamManager(connection, { checkAPI: false });
}

/** What a stream is: the one declaration that is reconciled with the broker at every start. */
export interface StreamDeclaration {
  name: string;
  subjects: string[];
  /** Not bytes: the broker sets bytes aside for each stream at once, and refuses the one that the disk has no room for. */
  maxMessages: number;
  maxAgeDays: number;
}

/** Facts of one service at one node, kept as the rebuild buffer: PostgreSQL is the truth. */
export function factStream(node: string, service: string): StreamDeclaration {
  return {
    name: `gl_${node}_${service}`,
    subjects: [`gl.${node}.${service}.>`],
    maxMessages: 5_000_000,
    maxAgeDays: 30,
  };
}

/** What one subordinate says to this node. Only that subordinate's credential may publish here. */
export function inboundStream(subordinate: string): StreamDeclaration {
  return {
    name: `in_${subordinate}`,
    subjects: [`in.${subordinate}.>`],
    maxMessages: 1_000_000,
    maxAgeDays: 60,
  };
}

/** What this node says down to one subordinate. */
export function outboundStream(subordinate: string): StreamDeclaration {
  return {
    name: `out_${subordinate}`,
    subjects: [`out.${subordinate}.>`],
    maxMessages: 200_000,
    maxAgeDays: 60,
  };
}

const nanosPerDay = 24 * 3600 * 1e9;
const streamNotFound = 10059;
const consumerNotFound = 10014;
const streamNameInUse = 10058;

/**
 * Creates or updates the stream and answers its last sequence. A stream that has to be made anew starts at
 * `firstSequence`, the first position that its outbox still holds: sequences go on being positions.
 */
export async function ensureStream(
  connection: NatsConnection,
  declaration: StreamDeclaration,
  firstSequence = 1,
): Promise<number> {
  const manager = await streamAdmin(connection);
  const config = {
    subjects: declaration.subjects,
    max_msgs: declaration.maxMessages,
    max_bytes: -1,
    max_age: declaration.maxAgeDays * nanosPerDay,
    ...(takesBatches(connection) ? { allow_atomic: true } : {}),
  };
  return whileLinked(connection, () => ensure(manager, declaration.name, config, firstSequence));
}

/** Whether the broker stores a batch of messages all or none, with one flush: 2.12 and later. */
export function takesBatches(connection: NatsConnection): boolean {
  const [major = 0, minor = 0] = (connection.info?.version ?? '').split('.').map(Number);
  return major > 2 || (major === 2 && minor >= 12);
}

async function ensure(
  manager: JetStreamManager,
  name: string,
  config: Partial<StreamConfig>,
  firstSequence: number,
): Promise<number> {
  try {
    const { config: found, state } = await manager.streams.info(name);
    const same =
      found.max_msgs === config.max_msgs &&
      found.max_bytes === config.max_bytes &&
      found.max_age === config.max_age &&
      (found.allow_atomic ?? false) === (config.allow_atomic ?? false);
    if (!same) await manager.streams.update(name, config);
    return state.last_seq;
  } catch (error) {
    if (!isApiError(error, streamNotFound)) throw error;
  }
  try {
    const info = await manager.streams.add({
      ...config,
      name,
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      first_seq: firstSequence,
      num_replicas: 1,
    });
    return info.state.last_seq;
  } catch (error) {
    if (isApiError(error, streamNameInUse)) return ensure(manager, name, config, firstSequence);
    throw error;
  }
}

/**
 * Puts a durable pull consumer right behind `position`, the last one that PostgreSQL says was applied. It is made anew
 * at every start: the database knows the place, the broker's own record of it may be older or newer.
 */
export async function placeConsumer(
  manager: JetStreamManager,
  stream: string,
  durable: string,
  position: number,
  maxAckPending: number,
): Promise<ConsumerInfo> {
  await manager.consumers.delete(stream, durable).catch((error: unknown) => {
    if (!isApiError(error, consumerNotFound)) throw error;
  });
  return manager.consumers.add(stream, {
    durable_name: durable,
    ack_policy: AckPolicy.All,
    ack_wait: 120 * 1e9,
    max_ack_pending: maxAckPending,
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: position + 1,
  });
}

/** Whether some replica has a request open at the consumer; those of a broken connection do not count. */
export async function isPulled(
  manager: JetStreamManager,
  stream: string,
  durable: string,
): Promise<boolean> {
  try {
    return (await manager.consumers.info(stream, durable)).num_waiting > 0;
  } catch (error) {
    if (isApiError(error, consumerNotFound)) return false;
    throw error;
  }
}

export function isApiError(error: unknown, code: number): boolean {
  return error instanceof JetStreamApiError && error.code === code;
}

export function isStreamMissing(error: unknown): boolean {
  return isApiError(error, streamNotFound);
}
